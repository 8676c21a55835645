import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleVerifier } from '../../src/pipeline/pages/bundle-verifier.ts';
import { packageTables } from '../../src/pipeline/package/package.ts';
import { placeReleases } from '../../src/pipeline/releases/place-releases.ts';
import type { Check, SiteFiles } from '../../src/verify/difference.ts';
import { verify } from '../../src/verify/verify.ts';
import { asWrittenWithout, type NotYet } from '../pipeline/releases/of-an-older-version.ts';
import { recordRelease } from '../pipeline/releases/record-release.ts';
import { runFolder, settingsText, writeProgramme } from '../pipeline/small-programme.ts';

/* A site is verified as it is, and after somebody has laid hands on each kind of file. */

let folder: string;
let site: ReadonlyMap<string, Uint8Array>;

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function asFiles(content: ReadonlyMap<string, Uint8Array>): SiteFiles {
  return {
    names: [...content.keys()],
    read: async (name) => {
      const bytes = content.get(name);
      if (bytes === undefined) throw new Error(`${name} is not there`);
      return bytes;
    },
  };
}

/** The site with one file changed. */
function tampered(name: string, change: (text: string) => string): SiteFiles {
  const before = text(site.get(name));
  const after = change(before);
  if (after === before) throw new Error(`${name} was not changed`);
  return asFiles(new Map([...site, [name, new TextEncoder().encode(after)]]));
}

/** The site as a version would have made it that had less. */
function asOlderVersion(notYet: NotYet): ReadonlyMap<string, Uint8Array> {
  const latest = 'data/latest/';
  const parted = Map.groupBy(site, ([name]) => name.startsWith(latest));
  const own = (parted.get(true) ?? []).map(([name, bytes]) => [name.slice(latest.length), bytes] as const);
  return new Map([
    ...(parted.get(false) ?? []),
    ...Object.entries(asWrittenWithout(Object.fromEntries(own), notYet)).map(
      ([name, bytes]) => [`${latest}${name}`, bytes] as const,
    ),
  ]);
}

const page = (value: string, shown: string) =>
  `<!doctype html><p><data value="${value}" data-figure="programme:all|all|found">${shown}</data></p>`;

/** A month of findings for two departments, and answers of 34 people. */
function drops(): Readonly<Record<string, string>> {
  const findings = Array.from({ length: 24 }, (_, place) => {
    const id = `F-${String(place + 1).padStart(2, '0')}`;
    const day = String((place % 27) + 1).padStart(2, '0');
    return { id, found: `2025-0${(place % 5) + 1}-${day}`, department: place % 3 === 0 ? 'tax' : 'police' };
  });
  const step = (id: string, event: string, on: string) => `${id},${event},${on}`;
  const later = (day: string, days: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const events = findings.flatMap(({ id, found }, place) => [
    step(id, 'sent', later(found, 1)),
    ...(place % 4 === 3 ? [] : [step(id, 'claimed', later(found, 3 + place))]),
    ...(place % 2 === 0 && place % 4 !== 3 ? [step(id, 'confirmed', later(found, 9 + place))] : []),
    ...(place === 4 ? [step(id, 'reopened', later(found, 20))] : []),
    ...(place === 7 ? [step(id, 'withdrawn', later(found, 4))] : []),
  ]);
  const answers = Array.from(
    { length: 34 },
    (_, place) =>
      `R${place},2025-05-02,police,active,${(place % 5) + 1},${place % 11},${['good', 'fair', 'bad'][place % 3]}`,
  );
  return {
    'drops/1.csv': `finding_id,kind,found_on,title_zh,department,hall,severity\n${findings.map((one) => `${one.id},problem,${one.found},窗口没有人,${one.department},centre,ordinary\n`).join('')}`,
    'drops/2.csv': `finding_id,event,on\n${events.join('\n')}\n`,
    'drops/3.csv': `response_id,submitted_on,department,origin,overall,recommend,care\n${answers.join('\n')}\n`,
    'drops/4.csv': 'visit_id,on,hall,channel\nV1,2025-04-02,centre,onsite\nV2,2025-05-02,centre,onsite\n',
    'lookup/choices.csv':
      'scale,id,name_zh,name_en,counts\ngrade,1,非常满意,Very satisfied,\ngrade,2,满意,Satisfied,\ngrade,3,基本满意,Basically satisfied,\ngrade,4,不满意,Dissatisfied,\ngrade,5,非常不满意,Very dissatisfied,\ncare,good,好,Good,favourable\ncare,fair,一般,Fair,\ncare,bad,差,Bad,unfavourable\n',
    'lookup/questions.csv':
      'id,survey,kind,name_zh,name_en,scale\noverall,s,grade,总体满意吗,How satisfied,grade\nrecommend,s,score,愿意推荐吗,Would you recommend,\ncare,s,scale,照顾得好吗,Well cared for,care\n',
  };
}

function contentOf(tables: string): Map<string, Uint8Array> {
  const content = new Map<string, Uint8Array>();
  for (const entry of readdirSync(tables, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      content.set(`data/${relative(tables, path).replaceAll(sep, '/')}`, readFileSync(path));
    }
  return content;
}

beforeAll(async () => {
  folder = await writeProgramme({ 'programme.yaml': settingsText(), ...drops() });
  const tables = join(folder, 'tables');
  expect((await runFolder(folder)).outcome.published).toBe(true);
  await recordRelease(folder);
  await writeFile(join(folder, 'drops', '5.csv'), 'finding_id,event,on\nF-02,confirmed,2025-06-20\n');
  expect((await runFolder(folder)).outcome.published).toBe(true);
  await recordRelease(folder, '2025-10-15');
  expect((await runFolder(folder)).outcome.published).toBe(true);
  await packageTables(tables);
  await placeReleases(folder, join(tables, 'releases'));
  site = new Map([...contentOf(tables), ['index.html', new TextEncoder().encode(page('24', '24'))]]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('verification', () => {
  it('counts every figure of an untouched site again and finds no difference', async () => {
    const result = await verify(asFiles(site));
    expect(result.differences).toEqual([]);
    const { figures, recounted, unfounded } = result.counted;
    expect(figures).toBeGreaterThan(500);
    expect(result).toMatchObject({ numbers: 1, pages: 1, releases: 2 });
    const left = [...unfounded].reduce((sum, [, count]) => sum + count, 0);
    expect(recounted).toBe(figures - left);
    // What only the private answers hold: how many responded, and how.
    expect([...unfounded.keys()].sort()).toEqual(['active_share', 'evaluation_rate', 'responses']);
  });

  const cases: readonly {
    description: string;
    file: string;
    change: (text: string) => string;
    checks: readonly Check[];
  }[] = [
    {
      description: 'a figure that was changed',
      file: 'data/latest/figures.csv',
      change: (csv) => csv.replace('programme,all,all,confirmed,,', 'programme,all,all,confirmed,,9'),
      checks: ['hash', 'recount'],
    },
    {
      description: 'a rate whose interval was narrowed',
      file: 'data/latest/figures.csv',
      change: (csv) => csv.replace(/(programme,all,all,confirmed_rate,,\d+,\d+,[\d.]+),[\d.]+,/, '$1,0.5,'),
      checks: ['hash', 'recount'],
    },
    {
      description: 'a figure that was taken out',
      file: 'data/latest/figures.csv',
      change: (csv) => csv.replace(/department,tax,all,found,.*\r\n/, ''),
      checks: ['hash', 'recount'],
    },
    {
      description: 'a finding said to be fixed that no officer confirmed',
      file: 'data/latest/findings.csv',
      change: (csv) => csv.replace(/^(F-04,problem),\w+/m, '$1,confirmed'),
      checks: ['hash', 'history', 'recount'],
    },
    {
      description: 'a step that was put in',
      file: 'data/latest/finding_events.csv',
      change: (csv) => csv.replace(/^(F-04,)(\d+,)sent,/m, '$1$2confirmed,'),
      checks: ['hash', 'history'],
    },
    {
      description: 'answers that do not add up',
      file: 'data/latest/answers.csv',
      change: (csv) => csv.replace(/(overall,programme,all,all,1,[^,]*,[^,]*,1),\d+/, '$1,30'),
      checks: ['hash', 'total', 'recount'],
    },
    {
      description: 'a base of fewer people than may be shown',
      file: 'data/latest/answers.csv',
      change: (csv) => csv.replace(/(overall,programme,all,all,1,[^,]*,[^,]*,1,\d+),34/, '$1,7'),
      checks: ['hash', 'protection'],
    },
    {
      description: 'a middle that is said to be favourable',
      file: 'data/latest/questions.csv',
      change: (csv) => csv.replace(/^(care,s,scale,.*),1,1\r$/m, '$1,2,1\r'),
      checks: ['hash', 'recount'],
    },
    {
      description: 'sides of a scale that meet',
      file: 'data/latest/questions.csv',
      change: (csv) => csv.replace(/^(care,s,scale,.*),1,1\r$/m, '$1,3,3\r'),
      checks: ['hash', 'recount'],
    },
    {
      description: 'a key that stands twice',
      file: 'data/latest/halls.csv',
      change: (csv) => `${csv}${csv.split('\r\n')[1] ?? ''}\r\n`,
      checks: ['hash', 'key'],
    },
    {
      description: 'a date that is none',
      file: 'data/latest/periods.csv',
      change: (csv) => csv.replace(/\d{4}-\d{2}-\d{2}/, 'soon'),
      checks: ['hash', 'form'],
    },
    {
      description: 'a page that shows another number',
      file: 'index.html',
      change: (html) => html.replace('>24<', '>42<'),
      checks: ['page'],
    },
    {
      description: 'a page whose machine-readable number is another',
      file: 'index.html',
      change: (html) => html.replace('value="24"', 'value="23"'),
      checks: ['page'],
    },
    {
      description: 'a page with a figure that is none',
      file: 'index.html',
      change: (html) => html.replace('|found', '|invented'),
      checks: ['page'],
    },
    {
      description: 'a release record that was changed',
      file: 'data/releases/1/release.json',
      change: (json) => json.replace('"cutoff": "2025-06-30"', '"cutoff": "2025-05-31"'),
      checks: ['chain'],
    },
    {
      description: 'a table of an earlier release that was changed',
      file: 'data/releases/1/findings.csv',
      change: (csv) => csv.replace(/^F-03.*\r\n/m, ''),
      checks: ['chain'],
    },
    {
      description: 'a release record that cannot be read',
      file: 'data/releases/1/release.json',
      change: (json) => json.slice(0, 40),
      checks: ['chain'],
    },
    {
      description: 'a table that cannot be read',
      file: 'data/latest/finding_events.csv',
      change: () => '',
      checks: ['hash', 'history'],
    },
    {
      description: 'a file of one department that was changed',
      file: 'data/departments/tax/findings.csv',
      change: (csv) => csv.replace(/^F-01.*\r\n/m, ''),
      checks: ['hash'],
    },
  ];

  it.each(cases)('finds $description', async ({ file, change, checks }) => {
    const { differences } = await verify(tampered(file, change));
    const found = new Set(differences.map(({ check }) => check));
    for (const check of checks) expect([...found]).toContain(check);
    for (const { where, expected, found: is } of differences) {
      expect(where).not.toBe('');
      expect(expected).not.toBe(is);
    }
  });

  it('finds a published finding that went in silence, although every hash was made anew', async () => {
    const without = (csv: string) => csv.replace(/^F-03.*\r\n/gm, '');
    const changed = new Map(site);
    for (const table of ['findings', 'finding_events']) {
      const name = `data/latest/${table}.csv`;
      changed.set(name, new TextEncoder().encode(without(text(changed.get(name)))));
    }
    const { differences } = await verify(asFiles(changed));
    expect(differences).toContainEqual({
      check: 'chain',
      where: 'data/latest F-03',
      expected: 'the finding, or an entry that it is gone',
      found: 'neither',
    });
  });

  it('holds nothing against a site of an older version that its own codebook does not declare', async () => {
    const notYet: NotYet = {
      tables: ['last_told'],
      columns: { figures: ['deff', 'effective_base'], release_changes: ['reason'] },
    };
    const { differences, counted } = await verify(asFiles(asOlderVersion(notYet)));
    // Only the hashes of the files are those of the site that it was made of.
    expect(differences.filter(({ check }) => check !== 'hash')).toEqual([]);
    expect(counted.recounted).toBeGreaterThan(500);
  });

  it('finds a column that was taken out of a table in silence', async () => {
    const older = asOlderVersion({ columns: { figures: ['deff', 'effective_base'] } });
    const codebook = 'data/latest/codebook.csv';
    const { differences } = await verify(
      asFiles(new Map([...older, [codebook, site.get(codebook) ?? new Uint8Array()]])),
    );
    expect(differences).toContainEqual(
      expect.objectContaining({ check: 'form', where: 'figures.csv, columns' }),
    );
  });

  it('finds a file that nobody named', async () => {
    const { differences } = await verify(
      asFiles(new Map([...site, ['data/latest/extra.csv', new Uint8Array()]])),
    );
    expect(differences).toMatchObject([{ check: 'hash', where: 'data/latest/extra.csv' }]);
  });
});

describe('the program that is shipped', () => {
  const program = () => join(folder, 'site', 'data', 'verify', 'verify.js');

  beforeAll(async () => {
    for (const [name, bytes] of site) {
      const path = join(folder, 'site', name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    const root = resolve(import.meta.dirname, '..', '..');
    await bundleVerifier(root, join(folder, 'site'), { folder, record: join(folder, 'verifier') });
  });

  /** Runs it after some plain JavaScript, for a Node that lacks something. */
  const run = (node: string, before: string, ...more: string[]) => {
    const first = `--import=data:text/javascript,${encodeURIComponent(before)}`;
    const { status, stdout, stderr } = spawnSync(node, [first, program(), join(folder, 'site'), ...more], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  /** Every Node of this machine that is not too old. */
  const installed = new Set(
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((path) => join(path, 'node'))
      .filter((node) => existsSync(node))
      .map((node) => realpathSync(node))
      .filter((node) => {
        const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout;
        return Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= 20;
      }),
  );

  it.each([...installed])('finds no difference by %s', (node) => {
    expect(run(node, '', 'en')).toMatchObject({ status: 0, stderr: '' });
  });

  it('needs nothing that Node 20 or a browser of its years lacks', () => {
    const without =
      'delete Map.groupBy; delete Object.groupBy; delete URL.canParse; delete Array.fromAsync; delete Promise.withResolvers; for (const name of ["toSorted", "toReversed", "toSpliced", "with", "findLast", "findLastIndex"]) delete Array.prototype[name]; for (const name of ["union", "intersection", "difference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"]) delete Set.prototype[name];';
    const { status, stdout } = run(process.execPath, without, 'en');
    expect(stdout).toContain('No difference.');
    expect(status).toBe(0);
    const account = run(process.execPath, without, 'en', 'programme:all|all|confirmed');
    expect(account).toMatchObject({ status: 0, stderr: '' });
    expect(account.stdout).toContain('Counted again: the same.');
  });

  const cannot: readonly { description: string; before: string; says: RegExp }[] = [
    {
      description: 'what it hashes with is missing',
      before: 'delete globalThis.crypto',
      says: /^The verifier cannot run here: crypto\.subtle is missing\. Nothing was verified/,
    },
    {
      description: 'a function is missing that it did not expect to be',
      before: 'delete Array.prototype.flatMap',
      says: /^The verifier stopped before the end: TypeError: .* is not a function.* says nothing against the data/,
    },
  ];

  it.each(cannot)(
    'says that it failed, and nothing of differences, where $description',
    ({ before, says }) => {
      const { status, stdout, stderr } = run(process.execPath, before, 'en');
      expect(stderr).toMatch(says);
      expect(stdout).toBe('');
      expect(status).toBe(3);
    },
  );
});
