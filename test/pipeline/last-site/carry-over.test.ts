import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSite, type Bundle } from '../../../src/pipeline/pages/bundle-site.ts';
import { frameOf, lastSite, recordSite, siteBefore } from '../../../src/pipeline/last-site/carry-over.ts';
import { indexPages } from '../../../src/pipeline/pages/index-pages.ts';
import { takeAhead } from '../../../src/pipeline/last-site/take-ahead.ts';
import { makeSpare } from '../../../src/pipeline/last-site/make-spare.ts';
import { sparesOf } from '../../../src/pipeline/last-site/spare.ts';
import { packageTables } from '../../../src/pipeline/package/package.ts';
import { render } from '../../../src/pipeline/pages/render.ts';
import { run } from '../../../src/pipeline/run.ts';
import { asMade, recordLine } from '../../../src/site/render/take-over.ts';
import { writeTables, type TestRow } from '../../site/public-tables.ts';
import type { LastFiles } from '../../../src/pipeline/last-site/take-over.ts';
import { fc } from '../../seeded-checks.ts';

/*
 * A drop comes, and the site is made again from the last one: what it shows must be, byte for byte, what a build from nothing
 * makes of the same drops. Random drops try it, one upon the other, and the data speak up to a later day with each, or are released.
 */

const root = resolve(import.meta.dirname, '..', '..', '..');
const small = join(import.meta.dirname, '..', '..', 'programmes', 'small');
const languages = ['zh', 'en'];

let folder = '';
let bundle: Bundle;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-carry-'));
  bundle = await bundleSite(root);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** So many problems of one month that lists have a second page: a drop may move one off it, or change one that stands on it. */
const month = Array.from({ length: 108 }, (_, at) => `M-${String(at).padStart(3, '0')}`);
const monthOfMany = [
  'finding_id,kind,found_on,title_zh,department',
  ...month.map((id) => `${id},problem,2026-02-01,窗口没有人,税务局`),
  '',
].join('\n');
/** None is left to its department: such a row tells each day for how long. One awaits the officers: only its page tells each day for how long. */
const settled = [
  'finding_id,event,on,by,remedy',
  ...month.flatMap((id) => [
    `${id},sent,2026-02-02,office,`,
    `${id},claimed,2026-02-03,department,one_off`,
    ...(id === 'M-090' ? [] : [`${id},confirmed,2026-02-03,officer,`]),
  ]),
  '',
].join('\n');
/** Problems that are still open, each in other hands: every day tells another number of days, and one may become overdue, or be in hands at all. */
const open = [
  'finding_id,kind,found_on,title_zh,department,severity',
  ...['O-found', 'O-sent', 'O-sent-today', 'O-late', 'O-claimed', 'O-reopened'].map(
    (id) => `${id},problem,2026-04-01,灯坏了,人社局,一般`,
  ),
  '',
].join('\n');
const openSteps = [
  'finding_id,event,on,by',
  'O-sent,sent,2026-04-20,office',
  'O-sent-today,sent,2026-04-30,office',
  'O-late,sent,2026-04-01,office',
  'O-claimed,sent,2026-04-02,office',
  'O-claimed,claimed,2026-04-20,department',
  'O-reopened,sent,2026-04-02,office',
  'O-reopened,claimed,2026-04-10,department',
  'O-reopened,reopened,2026-04-20,officer',
  '',
].join('\n');
const laterPages = ['page/2', 'month/2026-02/page/2', 'department/tax/page/2'].flatMap((path) =>
  ['', 'en/'].map((of) => `${of}findings/${path}/index.html`),
);

const known = ['2026-001', '2026-002', 'M-004', 'M-090'];
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-04-${String(number).padStart(2, '0')}`);
const words = fc.constantFrom('很好', '还要排队', 'a < b & "c"', '又\n一行');

/** A drop of each kind that changes some pages and leaves others: a step in a life, a finding that may point to another, a correction. */
const drop = fc.oneof(
  fc
    .record({ id: fc.constantFrom(...known), on: day, note: words })
    .map(
      ({ id, on, note }) =>
        `finding_id,event,on,by,note_zh\n${id},replied,${on},department,"${note.replaceAll('"', '""')}"\n`,
    ),
  fc
    .record({ number: fc.integer({ min: 10, max: 99 }), on: day, of: fc.constantFrom('', ...known) })
    .map(
      ({ number, on, of }) =>
        `finding_id,kind,found_on,title_zh,description_zh,department,recurrence_of\n2026-0${number},problem,${on},又来了,同一件事,税务局,${of}\n`,
    ),
  fc
    .record({ id: fc.constantFrom(...known), title: words })
    .map(
      ({ id, title }) =>
        `finding_id,kind,found_on,title_zh,description_zh,department\n${id},problem,2026-01-05,"${title.replaceAll('"', '""')}",更正后的说明,人社局\n`,
    ),
);

/** What happens from one build to the next: a drop comes, the data speak up to a later day, and the office may release them. */
const step = fc.record({
  content: drop,
  days: fc.integer({ min: 0, max: 45 }),
  isReleased: fc.boolean(),
});

const firstCutoff = Date.UTC(2026, 3, 30);
const dayAfter = (days: number) =>
  new Date(firstCutoff + days * 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);

/** Has some tables say that they are a release. */
function tellRelease(tables: string, row: Readonly<Record<string, string>>): void {
  const file = join(tables, 'releases.csv');
  const [header = ''] = readFileSync(file, 'utf8').split('\r\n');
  const columns = header.replace('\uFEFF', '').split(',');
  writeFileSync(file, `${header}\r\n${columns.map((column) => row[column] ?? '').join(',')}\r\n`);
}

/** Marks a page of a site, so that it is known again where it is taken over: what is rendered has no such mark. */
const mark = '<!-- of the site before -->';

/** Marks all pages of a site that may be taken over, as if they had been made so. */
function markPages(site: string): void {
  const { record } = lastSite({ root: folder, out: site });
  const lines = readFileSync(record, 'utf8').split('\n');
  const marked = lines.map((line) => {
    const [name = '', key = ''] = line.split('\t');
    if (!name.endsWith('.html') || key === '') return line;
    const page = join(site, name);
    if (!readFileSync(page, 'utf8').endsWith(mark)) appendFileSync(page, mark);
    return recordLine(name, asMade(key, page)).trimEnd();
  });
  writeFileSync(record, marked.join('\n'));
}

/** What a finding's page says of how long it has been open. */
const openFor = (site: string, page: string) =>
  /<p class="verdict">.*?<\/p>/.exec(readFileSync(join(site, page), 'utf8'))?.[0] ?? '';

const isTaken = (site: string, page: string) => readFileSync(join(site, page), 'utf8').endsWith(mark);

/** All files of a site, by their paths, without the marks. */
function filesOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(site.length + 1), readFileSync(path, 'latin1').replace(mark, '')]),
  );
}

let sites = 0;

/** Renders the pages of some tables, after a site that stands at `out`. */
async function renderAfter(tables: string, out: string): Promise<string> {
  sites += 1;
  const workshop = join(folder, `workshop-${sites}`);
  const site = join(folder, `site-${sites}`);
  mkdirSync(workshop);
  const carrying = { root: folder, tables, languages, out, code: bundle.code };
  const last = lastSite(carrying);
  // A spare has been made since; or tables are made in no time, or take longer than all second names.
  if (sites % 3 === 0 && existsSync(last.record)) {
    mkdirSync(sparesOf(last));
    makeSpare({ ...last, making: join(sparesOf(last), 'making') });
  }
  const ahead = takeAhead(last, site);
  if (sites % 3 === 1) await ahead.done;
  const frame = await frameOf(carrying);
  const before = await siteBefore(carrying, frame);
  await ahead.keepFor(before);
  const { made } = await render({ bundle, tables, languages, site, workshop, before });
  await ahead.clear(made);
  await recordSite({ ...carrying, out: site }, frame, made);
  // As in a build: the record of the last site is renewed for this one.
  const record = (of: string, files: string) => join(folder, `${basename(of)}.${files}`);
  const lastFiles = (of: string, files: string): LastFiles => {
    if (existsSync(record(out, files))) copyFileSync(record(out, files), record(site, files));
    return { folder: of, record: record(site, files), code: 'the code' };
  };
  await cp(tables, join(site, 'data', 'latest'), { recursive: true });
  await packageTables(join(site, 'data'), lastFiles(join(out, 'data'), 'downloads'));
  await indexPages(site, languages, lastFiles(out, 'words'));
  return site;
}

const isSameFile = (one: string, other: string, file: string) =>
  statSync(join(one, file)).ino === statSync(join(other, file)).ino;

describe('pages, downloads and words that are taken over', () => {
  it('make the same site as a build from nothing, whatever the drops say', async () => {
    let taken = 0;
    let movedTaken = 0;
    const laterTaken = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 3 }), async (steps) => {
        const programme = await mkdtemp(join(folder, 'data-'));
        await cp(small, programme, { recursive: true });
        writeFileSync(join(programme, 'drops', 'a-month.csv'), monthOfMany);
        writeFileSync(join(programme, 'drops', 'a-month-settled.csv'), settled);
        writeFileSync(join(programme, 'drops', 'open.csv'), open);
        writeFileSync(join(programme, 'drops', 'open-steps.csv'), openSteps);
        let site = join(folder, 'none');
        let days = 0;
        for (const [at, next] of [null, ...steps].entries()) {
          const content = next?.content ?? '';
          days += next?.days ?? 0;
          const cutoff = dayAfter(days);
          if (content !== '') writeFileSync(join(programme, 'drops', `later-${at}.csv`), content);
          const tables = join(programme, `tables-${at}`);
          const { published, problems } = await run({
            data: programme,
            cache: join(programme, 'cache'),
            tables,
            version: '0.0.0',
            cutoff,
          });
          expect(published, JSON.stringify(problems)).toBe(true);
          if (next?.isReleased)
            tellRelease(join(tables, 'latest'), {
              release: String(at),
              version: `1.${at}.0`,
              published_on: dayAfter(days + 3),
              cutoff,
            });
          const before = site;
          site = await renderAfter(join(tables, 'latest'), before);
          const whole = await renderAfter(join(tables, 'latest'), join(folder, 'none'));
          expect(filesOf(site)).toEqual(filesOf(whole));
          const pages = known.map((id) => join('findings', id, 'index.html'));
          taken += pages.filter((page) => isTaken(site, page)).length;
          const late = join('en', 'findings', 'O-late', 'index.html');
          if (at > 0 && (next?.days ?? 0) > 0) {
            expect(openFor(site, late)).not.toBe(openFor(before, late));
            movedTaken += isTaken(site, late) ? 1 : 0;
          }
          if (at > 0) for (const page of laterPages) laterTaken.add(isTaken(site, page));
          markPages(site);
          if (at === 0) continue;
          // No drop of these changes who was visited when.
          expect(isSameFile(site, before, 'data/latest/visits.parquet')).toBe(true);
          const again = await renderAfter(join(tables, 'latest'), site);
          expect(filesOf(again)).toEqual(filesOf(site));
          for (const file of [
            'data/latest/tables.xlsx',
            'data/latest/all.zip',
            'pagefind/pagefind-entry.json',
          ])
            expect(isSameFile(again, site, file), file).toBe(true);
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
    expect(taken).toBeGreaterThan(0);
    // One that only goes on was taken over and says how far.
    expect(movedTaken).toBeGreaterThan(0);
    // Some pages of lists after the first were taken over, and some were made again.
    expect(laterTaken).toEqual(new Set([true, false]));
  });
});

describe('frameOf', () => {
  const day = '2026-06-30';
  const release = (number: number, rolledBack: number | '' = '') => ({
    release: String(number),
    version: `1.${number}.0`,
    cutoff: day,
    rolled_back: rolledBack,
  });
  const wholeOf = async (releases: TestRow[], changedWith: number[] = []) => {
    const tables = writeTables({
      releases,
      release_changes: changedWith.map((number) => ({ release: number, table: 'findings', row: '1' })),
      programme: [{ field: 'cutoff', value: day }],
    });
    return (await frameOf({ root: '', tables, languages, out: '', code: '' })).whole;
  };

  it('differs where pages name another release as theirs: a site must not be taken for that of the release made of it', async () => {
    const unreleased = await wholeOf([]);
    const first = await wholeOf([release(1)]);
    const changed = await wholeOf([release(1)], [2]);
    expect(first).not.toBe(unreleased);
    expect(changed).toBe(unreleased);
    expect(await wholeOf([release(1), release(2)], [2])).not.toBe(first);
  });

  it('stays as it is for pages that are taken over by their keys, whatever day the data speak up to', async () => {
    const commonOf = async (facts: Readonly<Record<string, string>>, releases: TestRow[] = []) => {
      const programme = Object.entries(facts).map(([field, value]) => ({ field, value }));
      const tables = writeTables({ releases, programme });
      return (await frameOf({ root: '', tables, languages, out: '', code: '' })).common;
    };
    const facts = { name_zh: '小项目', cutoff: day, next_update: '2026-07-15' };
    const common = await commonOf(facts, [release(1)]);
    const later = { ...facts, cutoff: '2026-07-31', next_update: '2026-08-15' };
    expect(await commonOf(later, [release(1), release(2)])).toBe(common);
    expect(await commonOf({ ...facts, name_zh: '大项目' }, [release(1)])).not.toBe(common);
  });

  it('is that of the earlier release where that one stands again', async () => {
    const first = await wholeOf([release(1)]);
    expect(await wholeOf([release(1), release(2), release(3, 1)], [2, 3])).toBe(first);
  });
});
