import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { problemReport } from '../../scripts/check/problem-report.ts';
import { pleaseLook } from '../../src/model/please-look.ts';
import { build as buildSite, type MakePages } from '../../src/pipeline/build.ts';
import { packageTables } from '../../src/pipeline/package/package.ts';
import { run } from '../../src/pipeline/run.ts';
import { onePage } from './release-quickly.ts';

/* The command as staff run it, on the small programme: what it makes, and what stands when it cannot. */

const root = resolve(import.meta.dirname, '..', '..');
const command = join(root, 'scripts', 'build.ts');

let folder: string;
let data: string;
let out: string;
/** The site as it was built from nothing. */
let whole: Record<string, string>;

function build(parameters: readonly string[] = [], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--data', data, '--out', out, ...parameters],
    { env: { ...process.env, ...environment }, encoding: 'utf8' },
  );
  return { status, said: `${stdout}${stderr}` };
}

/** What a run in this process works on. */
const running = () => ({ data, cache: join(folder, 'cache'), version: '0.0.0' });

/** Every file of a folder with the hash of its content. */
function content(of: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(of, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-build-'));
  data = join(folder, 'data');
  out = join(folder, 'site');
  await cp(join(root, 'test', 'programmes', 'small'), data, { recursive: true });
  expect(build()).toMatchObject({ status: 0 });
  whole = content(out);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run build', () => {
  it('makes the pages of both languages, and the tables beside them', () => {
    for (const file of [
      'index.html',
      'en/index.html',
      'findings/2026-001/index.html',
      'data/latest/findings.csv',
    ])
      expect(existsSync(join(out, file)), file).toBe(true);
  });

  it('makes the same bytes in another time zone and another folder', () => {
    const elsewhere = join(folder, 'deep', 'er', 'site');
    const { status } = build(['--out', elsewhere], { TZ: 'America/New_York', LANG: 'de_DE.UTF-8' });
    expect(status).toBe(0);
    expect(content(elsewhere)).toEqual(whole);
  });

  it('leaves nothing behind beside the site', async () => {
    // What was replaced is taken away by a process of its own.
    await expect.poll(() => readdirSync(folder).filter((name) => name.startsWith('site'))).toEqual(['site']);
  });
});

describe('a site whose downloads nobody has proven safe', () => {
  it('is not put in place', async () => {
    const pages: MakePages = () => ({
      make: async ({ site, tables }) => {
        await packageTables(dirname(tables));
        await mkdir(join(site, 'data'), { recursive: true });
        return { pages: 0, record: async () => {} };
      },
      stop: async () => {},
    });
    await expect(buildSite({ root, ...running(), out, make: run, pages })).rejects.toThrow(/proven\.json/);
    expect(content(out)).toEqual(whole);
  });
});

describe('data that must be mended', () => {
  const bad = () => join(data, 'drops', 'zz-bad.csv');
  const header = 'finding_id,kind,found_on,title_zh,department,severity\n';
  const good = '2026-009,problem,2026-03-02,窗口没有人,人社局,一般\n';

  it.each([
    ['an empty file', '', 'empty-file'],
    ['a header only', header, 'no-rows'],
    [
      'unreadable bytes',
      Buffer.concat([Buffer.from(`${header}${good}`), Buffer.from([0xff, 0xfe, 0x81])]),
      'encoding-unproven',
    ],
    [
      'another encoding',
      Buffer.from([...Buffer.from(header), 0xa4, 0xa4, 0xa4, 0xe5, 0xb5, 0x4c, 0xac, 0xcc, 0x0a]),
      'encoding-unproven',
    ],
    ['a row too short', `${header}2026-009,problem\n`, 'row-too-short'],
    ['a row too long', `${header}${good.trim()},x,y\n`, 'row-too-long'],
    [
      'lines that end in several ways',
      `${header.trim()}\r\n${good.trim()}\r\n${good.replace('009', '010')}${good.replace('009', '011')}`,
      'mixed-line-ends',
    ],
    ['an unknown department', `${header}${good.replace('人社局', '人社厅')}`, 'unknown-name'],
    ['an unknown word', `${header}${good.replace('一般', '严重')}`, 'unknown-code'],
    ['an impossible date', `${header}${good.replace('03-02', '02-30')}`, 'bad-date'],
    [
      'an id with other content in one file',
      `${header}${good}${good.replace('没有人', '关着')}`,
      'conflicting-row',
    ],
    ['a formula in a cell', `${header}${good.replace('窗口没有人', '=HYPERLINK(1)')}`, 'formula-in-cell'],
    [
      'markup in a cell',
      `${header}${good.replace('窗口没有人', '<script>alert(1)</script>')}`,
      'markup-in-cell',
    ],
    ['a cell of 5 MB', `${header}${good.replace('窗口没有人', '长'.repeat(1_700_000))}`, 'cell-too-long'],
    ['an end before the start', 'finding_id,event,on\n2026-001,claimed,2026-01-01\n', 'event-before-found'],
    ['an unknown finding', 'finding_id,event,on\n2026-999,claimed,2026-01-01\n', 'unknown-finding'],
    ['a list that is not there', `${header.trim()},service\n${good.trim()},社保卡\n`, 'missing-lookup'],
    ['an unknown table', 'a,b,c\n1,2,3\n', 'unknown-layout'],
  ])('%s: says what, where and how to mend it, and the last site stands', async (_, text, code) => {
    writeFileSync(bad(), text);
    const built = await buildSite({ root, ...running(), out, make: run, pages: onePage });
    await rm(bad());
    const said = problemReport(built, [], 'zh');
    expect(said).toContain(code);
    expect(said).toContain('zz-bad.csv');
    expect(said).toContain('→');
    expect(built.published).toBe(false);
    expect(content(out)).toEqual(whole);
  });

  it('refuses a drop that is a folder: the command says so, and exits with 1', async () => {
    mkdirSync(bad());
    const { status, said } = build();
    await rm(bad(), { recursive: true });
    expect(status).toBe(1);
    for (const words of ['not-a-file', 'zz-bad.csv', '→', '网站没有生成；原来的网站没有动'])
      expect(said).toContain(words);
    expect(content(out)).toEqual(whole);
  });

  it('refuses data whose folder of drops is gone or is a file: no empty site takes the place of the last one', async () => {
    const drops = join(data, 'drops');
    const kept = join(folder, 'kept');
    renameSync(drops, kept);
    const gone = await buildSite({ root, ...running(), out, make: run, pages: onePage });
    writeFileSync(drops, '');
    const isFile = await buildSite({ root, ...running(), out, make: run, pages: onePage });
    await rm(drops);
    renameSync(kept, drops);
    for (const built of [gone, isFile]) {
      expect(built.published).toBe(false);
      expect(built.problems.map(({ code }) => code)).toContain('no-drop-folder');
    }
    expect(content(out)).toEqual(whole);
  });

  it('refuses a missing programme', () => {
    const { status, said } = build(['--data', join(folder, 'nowhere')]);
    expect(status).toBe(1);
    expect(said).toContain('programme.yaml');
  });

  it('counts an id that stands there twice with the same content once, and says so', async () => {
    writeFileSync(bad(), `${header}${good}${good}`);
    const tables = join(folder, 'repeated');
    const outcome = await run({ ...running(), tables });
    await rm(bad());
    expect(pleaseLook(outcome, [], { zh: '', en: '' })?.zh).toContain('repeated-row × 1');
    expect(readFileSync(join(tables, 'latest', 'findings.csv'), 'utf8').match(/^2026-009,/gm)).toHaveLength(
      1,
    );
  });
});

describe('a build after a drop', () => {
  it('takes over the pages of findings that did not change', async () => {
    const page = (id: string) => join(out, 'findings', id, 'index.html');
    const before = ['2026-001', '2026-002'].map((id) => statSync(page(id)).ino);
    const drop = join(data, 'drops', 'events-later.csv');
    writeFileSync(drop, 'finding_id,event,on,by,note_zh\n2026-002,claimed,2026-02-27,department,已扩容。\n');
    expect(build().status).toBe(0);
    const after = ['2026-001', '2026-002'].map((id) => statSync(page(id)).ino);
    await rm(drop);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown word', ['--fast']],
    ['a cut-off that is no date', ['--cutoff', 'soon']],
  ])('exits with 2 on %s', (_, parameters) => {
    expect(build(parameters).status).toBe(2);
  });

  it('does not replace a folder that it did not make', async () => {
    const precious = join(folder, 'precious');
    mkdirSync(precious);
    writeFileSync(join(precious, 'thesis.txt'), 'years of work');
    const { status } = build(['--out', precious]);
    expect(status).toBe(2);
    expect(readFileSync(join(precious, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('does not put a site in the place of a file, nor below one', () => {
    const thesis = join(folder, 'thesis.txt');
    writeFileSync(thesis, 'years of work');
    for (const place of [thesis, join(thesis, 'site')]) {
      const { status, said } = build(['--out', place, '--lang', 'en']);
      expect(status).toBe(2);
      expect(said).toBe(
        `A site goes into a folder, and ${place}, or what it should lie in, is a file. Nothing was changed. Name a folder with --out.\n`,
      );
    }
    expect(readFileSync(thesis, 'utf8')).toBe('years of work');
  });

  it('does not put a site in the place of a link: it names the folder to which the link leads', () => {
    const link = join(folder, 'linked');
    symlinkSync(out, link, 'junction');
    const before = content(out);
    const { status, said } = build(['--out', link, '--lang', 'en']);
    expect(status).toBe(2);
    expect(said).toContain(`is a link to ${out}`);
    expect(said).toContain(`--out ${out}`);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(content(out)).toEqual(before);
  });
});

describe('a build that dies', () => {
  it('leaves the last site as it was, whenever it is killed', async () => {
    const before = content(out);
    const made = (...parts: string[]) =>
      readdirSync(folder).some(
        (name) => name.startsWith('site.making-') && existsSync(join(folder, name, ...parts)),
      );
    // What is seen from outside: the site is claimed, the tables are there, the pages are.
    const moments = [
      () => existsSync(`${out}.at-work`),
      () => made('data', 'latest'),
      () => made('site', 'index.html'),
    ];
    const ends: (NodeJS.Signals | null)[] = [];
    for (const moment of moments) {
      const child = spawn(process.execPath, [command, '--data', data, '--out', out], {
        stdio: 'ignore',
        detached: true,
      });
      const ended = new Promise((done) => child.on('exit', done));
      await vi.waitUntil(() => child.exitCode !== null || moment(), { timeout: 200_000, interval: 10 });
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
      ends.push(child.signalCode);
      for (const name of readdirSync(folder))
        if (name.startsWith('site.making-')) await rm(join(folder, name), { recursive: true });
      // Between two renames it stands under its second name.
      expect(content(existsSync(out) ? out : `${out}.previous`)).toEqual(before);
    }
    // With its pages there a build may come to its end before it is seen; before that it must have been killed.
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', expect.toBeOneOf(['SIGKILL', null])]);
  });

  it('is put right by the next one, and so is a page that somebody changed by hand: it equals a build from nothing', () => {
    const page = join(out, 'findings', '2026-001', 'index.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('社保卡', '银行卡'));
    // As it stands when it died between the two renames.
    renameSync(out, `${out}.previous`);
    expect(build().status).toBe(0);
    expect(content(out)).toEqual(whole);
    expect(existsSync(`${out}.previous`)).toBe(false);
  });

  it('says so when the disk is full, and the last site stands', async ({ skip }) => {
    const small = join(folder, 'small-disk');
    mkdirSync(small);
    const mount = `mount -t tmpfs -o size=400k tmpfs "${small}" && cp -r "${out}/." "${small}/" 2>/dev/null`;
    const script = `${mount}; "${process.execPath}" "${command}" --data "${data}" --out "${small}/site"; echo "exit $?"`;
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    skip(stdout?.includes('exit') !== true, 'no small disk can be made here');
    expect(`${stdout}${stderr}`).toContain('磁盘满了');
    expect(stdout).toContain('exit 1');
  });
});
