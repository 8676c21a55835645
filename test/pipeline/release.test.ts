import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSite } from '../../src/pipeline/pages/bundle-site.ts';
import { countAgain } from '../../src/pipeline/count-again.ts';
import { recordRelease } from '../../src/pipeline/record-release.ts';
import { Overtaken } from '../../src/pipeline/refused-release.ts';
import { release as releaseSite, type ReleaseOptions } from '../../src/pipeline/release.ts';
import { render } from '../../src/pipeline/pages/render.ts';
import { runApart } from '../../src/pipeline/apart/run-apart.ts';
import { onePage } from './release-quickly.ts';

/* `npm run release` and `npm run rollback` as staff run them. */

const root = resolve(import.meta.dirname, '..', '..');

let folder: string;
let data: string;
let out: string;

function release(...parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'release.ts'), '--data', data, '--out', out, ...parameters],
    { encoding: 'utf8' },
  );
  return { status, said: `${stdout}${stderr}` };
}

/** What the command asks for, with one page instead of all; the drops say what release 2 said, and release 3 put release 1 back. */
const options = (): ReleaseOptions => ({
  root,
  data,
  out,
  cache: join(folder, 'cache'),
  version: '0.0.0',
  publishedOn: '2026-05-04',
  note: {},
  commit: '',
  pages: onePage,
});

const releases = () => readdirSync(join(data, 'releases')).sort();
const statusOf = (id: string) =>
  new RegExp(`^${id},problem,(\\w+)`, 'm').exec(
    readFileSync(join(out, 'data/latest/findings.csv'), 'utf8'),
  )?.[1];

/** Which file of the disk a page is that no release is told on. */
const pageOfDepartments = () => statSync(join(out, 'departments/index.html')).ino;
/** That of the first release. */
let ofFirst: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-release-'));
  data = join(folder, 'data');
  out = join(folder, 'site');
  await cp(join(root, 'test', 'programmes', 'small'), data, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a release', () => {
  it('is not dated before the day up to which its data go', () => {
    const { status, said } = release('--date', '2026-03-30');
    expect(said).toContain('日期 2026-03-30 比数据截至的 2026-03-31 还早，那一天还不会有这些数据');
    expect(status).toBe(1);
    expect([releases(), existsSync(out)]).toEqual([[], false]);
  });

  it('is recorded and published, and its files lie on the site for good', () => {
    const { status, said } = release('--date', '2026-04-01', '--note', '首期');
    expect(said).toContain('第 1 期已发布：版本 1.0.0');
    expect(status).toBe(0);
    expect(releases()).toEqual(['1']);
    for (const file of ['release.json', 'all.zip'])
      expect(readFileSync(join(out, 'data/releases/1', file))).toEqual(
        readFileSync(join(data, 'releases/1', file)),
      );
    expect(readFileSync(join(out, 'changes/index.html'), 'utf8')).toContain('首期');
  });

  it('keeps for the next one what protected it, and nothing of that reaches the site', () => {
    const kept = readFileSync(join(data, 'proofs', '1.json'), 'utf8');
    const [first] = JSON.parse(kept) as { readonly family: string; readonly pairs: readonly unknown[] }[];
    expect(first?.family).toContain('department');
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /proof/.test(file))).toEqual([]);
    expect(files).toContain('index.html');
  });

  it('tells of a target that may not be written before anything is changed', ({ skip }) => {
    const before = readFileSync(join(out, 'index.html'));
    const command = `"${process.execPath}" "${join(root, 'scripts', 'release.ts')}" --data "${data}" --out "${out}"`;
    const script = `mount -t tmpfs -o ro tmpfs "${join(data, 'proofs')}" && ${command}; echo "exit $?"`;
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    const isReadOnly = /exit [0-3]/.test(stdout ?? '') && !/mount:/.test(stderr);
    skip(!isReadOnly, 'nothing can be made read-only here');
    expect(`${stdout}${stderr}`).toContain('没有读或写的权限');
    expect(stdout).toContain('exit 1');
    expect(releases()).toEqual(['1']);
    expect(readFileSync(join(out, 'index.html'))).toEqual(before);
  });

  it('is not made where nothing has changed', () => {
    const { status, said } = release('--date', '2026-04-02');
    expect(said).toContain('没有新发布');
    expect(status).toBe(0);
    expect(releases()).toEqual(['1']);
  });

  it('is not dated before the last one, as a clock that is set wrong would have it', () => {
    const { status, said } = release('--date', '1970-01-01');
    expect(said).toContain('日期 1970-01-01 比上一期的 2026-04-01 还早，多半是电脑的时钟不对');
    expect(status).toBe(1);
    expect(releases()).toEqual(['1']);
  });

  it('is not made of data that must be mended: site and records stand', async () => {
    const bad = join(data, 'drops', 'zz-bad.csv');
    writeFileSync(bad, '');
    const before = readFileSync(join(out, 'index.html'));
    const { status } = release('--date', '2026-04-02');
    await rm(bad);
    expect(status).toBe(1);
    expect(releases()).toEqual(['1']);
    expect(readFileSync(join(out, 'index.html'))).toEqual(before);
  });

  it('is followed by the next, and rollback puts the one before back as a release of its own', () => {
    ofFirst = pageOfDepartments();
    writeFileSync(
      join(data, 'drops', 'events-later.csv'),
      'finding_id,event,on,by,note_zh\n2026-002,claimed,2026-02-27,department,已扩容。\n',
    );
    const settings = join(data, 'programme.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('minor: 30', 'minor: 31'));
    const next = release('--date', '2026-05-01').said;
    expect(next).toContain('第 2 期已发布：版本 1.1.0');
    expect(next).toContain('期限和上一期发布时不同（minor 30 → 31）');
    expect(statusOf('2026-002')).toBe('claimed');
    const { status, said } = release('--back', '--date', '2026-05-02', '--note', '退回');
    expect(said).toContain('第 3 期已发布');
    expect(status).toBe(0);
    expect(statusOf('2026-002')).toBe('sent');
    expect(releases()).toEqual(['1', '2', '3']);
    expect(readFileSync(join(out, 'changes/index.html'), 'utf8')).toMatch(
      /更正：退回到第 <[^>]*>1<[^>]*> 期的内容。/,
    );
    expect(existsSync(join(out, 'data/releases/2/findings.csv'))).toBe(true);
    expect(readFileSync(join(out, 'data/latest/release_changes.csv'), 'utf8')).toContain(
      '3,finding_events,2026-002 claimed 2026-02-27,,claimed,,put_back,',
    );
  });

  it('takes its pages back from the release that comes back: they are, byte for byte, what rendering makes', async () => {
    const tables = join(out, 'data', 'latest');
    const [site, workshop] = [join(folder, 'anew'), join(folder, 'workshop')];
    await mkdir(workshop);
    const bundle = await bundleSite(root);
    await render({ bundle, tables, languages: ['zh', 'en'], site, workshop });
    const made = readdirSync(site, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(site, join(entry.parentPath, entry.name)));
    const differ = made.filter(
      (name) => !readFileSync(join(out, name)).equals(readFileSync(join(site, name))),
    );
    expect(differ).toEqual([]);
    expect(made.length).toBeGreaterThan(100);
    expect(pageOfDepartments()).toEqual(ofFirst);
    expect(readFileSync(join(out, 'en', 'index.html'), 'utf8')).toMatch(
      /Correction: on .* a later release was taken down; this is release/,
    );
  });

  it('cannot be rolled back beyond the first', () => {
    const { status, said } = release('--back', '--date', '2026-05-03');
    expect(status).toBe(1);
    expect(said).toContain('退不回去');
  });

  it('refuses a date that is none', () => {
    expect(release('--date', 'soon').status).toBe(2);
  });

  it('is not published where the finished site differs from its own public files: site and records stand', async () => {
    const before = readFileSync(join(out, 'index.html'));
    const judge = async (site: string) => {
      const figures = join(site, 'data', 'latest', 'figures.csv');
      writeFileSync(
        figures,
        readFileSync(figures, 'utf8').replace(/^(programme,all,all,found,.*?)(\d)/m, '$19$2'),
      );
      await countAgain(site);
    };
    await expect(releaseSite({ ...options(), judge })).rejects.toThrow(/\[hash\] data\/latest\/figures\.csv/);
    expect(releases()).toEqual(['1', '2', '3']);
    expect(readFileSync(join(out, 'index.html'))).toEqual(before);
  });

  it('is not made where somebody else has recorded one while its tables were made', async () => {
    const { pages: _, ...theirs } = options();
    let forgetTheirs = async () => {};
    const make: ReleaseOptions['make'] = async (run) => {
      ({ forget: forgetTheirs } = await recordRelease(theirs));
      return await runApart(run);
    };
    await expect(releaseSite({ ...options(), make })).rejects.toBeInstanceOf(Overtaken);
    expect(releases()).toEqual(['1', '2', '3', '4']);
    await forgetTheirs();
    expect(releases()).toEqual(['1', '2', '3']);
  });

  it('is made by one of two who release at once; the other is told', async () => {
    // Each waits with its finished site until the other has one too: otherwise one might be over before the other begins.
    const arrivals = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const releaseBeside = (place: 0 | 1, where: string) => {
      const [mine, theirs] = [arrivals[place], arrivals[place === 0 ? 1 : 0]];
      const judge = async () => {
        mine.resolve();
        await theirs.promise;
      };
      return releaseSite({ ...options(), out: where, judge }).finally(mine.resolve);
    };
    const both = await Promise.allSettled([releaseBeside(0, out), releaseBeside(1, `${out}-of-the-other`)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Overtaken);
    expect(releases()).toEqual(['1', '2', '3', '4']);
  });
});
