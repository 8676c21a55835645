import { createHash, type Hash } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { published, type TableName } from '../../model/published.ts';
import { tablesOfReleases } from '../../model/release-files.ts';
import { releaseShown } from '../../model/release-shown.ts';
import type { Standing } from './second-names.ts';
import { piecesOf } from '../files/read-pieces.ts';
import { sweep } from '../files/sweep.ts';

/*
 * A page is taken over from the last site when nothing that it is made of has changed. What every page may be made of is the
 * frame: the code, the lists and the settings. While it stays, the pages tell by their keys whether they have changed; the record
 * of a site keeps both, beside the cache and never published. The sites of the last releases are kept, too: where all tables say
 * again what they said then, as after a way back, only the pages that tell of the releases are made anew.
 */

/** A site about to be rendered. */
export interface Carrying {
  readonly root: string;
  /** The folder of the published tables. */
  readonly tables: string;
  readonly languages: readonly string[];
  /** Where the last site stands. */
  readonly out: string;
  /** The hash of the code that renders. */
  readonly code: string;
}

/** Tables that a page with a key shows by single rows: its key tells of those. */
const byRow: readonly TableName[] = ['findings', 'finding_events', 'changes'];

/**
 * Tables that no page with a key reads, but for what it says of the state of the data: they change with every drop or release. Counts and
 * figures of subjects are such.
 */
const unread: ReadonlySet<string> = new Set([
  'visits',
  'quality',
  'periods',
  ...tablesOfReleases,
  ...Object.values(published)
    .filter(({ columns }) => columns.some(({ name }) => name === 'subject_kind'))
    .map(({ name }) => name),
]);

/** Whether a table has any row: that decides which parts of the site the navigation of every page names. */
async function hasRows(file: string): Promise<boolean> {
  const [, row] = await firstLines(file, 2);
  return row !== undefined;
}

/** Puts a file into hashes piece by piece: what was read of a large one would lie in memory until the pages are rendered. */
function hashFile(file: string, hashes: readonly Hash[]): void {
  for (const piece of piecesOf(file)) for (const hash of hashes) hash.update(piece);
}

/** What pages say of the state of the data: where they are taken over, it is put in place of what they said before. */
const restated: ReadonlySet<string> = new Set(['cutoff', 'next_update']);

/** The facts of the programme that the pages are made of. */
const factsOf = async (tables: string): Promise<string> =>
  JSON.stringify((await rowsOf(tables, 'programme')).filter(({ field = '' }) => !restated.has(field)));

/** What the pages of a site may be made of, as hashes. */
export interface Frame {
  /** What every page may be made of. */
  readonly common: string;
  /** All of the tables but those that tell of the releases, of which only that one counts which the pages name as their own. */
  readonly whole: string;
}

type Row = Readonly<Record<string, string>>;

/** The rows of a small table. */
async function rowsOf(tables: string, name: TableName): Promise<readonly Row[]> {
  const csv = await readFile(join(tables, `${name}.csv`), 'utf8');
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
}

/** The row of the release that the pages of a site name as their own; '' where they say that it is not released yet. */
async function ownRelease(tables: string): Promise<string> {
  const releases = (await rowsOf(tables, 'releases')).map((row) => ({
    ...row,
    release: row['release'] ?? '',
    cutoff: row['cutoff'] ?? '',
    rolled_back: row['rolled_back'] ? Number(row['rolled_back']) : null,
  }));
  const changes = await rowsOf(tables, 'release_changes');
  const cutoff = (await rowsOf(tables, 'programme')).find(({ field }) => field === 'cutoff')?.['value'] ?? '';
  const own = releaseShown(
    releases,
    changes.map(({ release }) => Number(release)),
    cutoff,
  );
  return own === undefined ? '' : JSON.stringify(own);
}

/** The hashes of what the pages may be made of. */
export async function frameOf({ code, tables, languages }: Carrying): Promise<Frame> {
  const begin = JSON.stringify([code, languages]);
  const common = createHash('sha256').update(begin);
  const whole = createHash('sha256')
    .update(begin)
    .update(await ownRelease(tables));
  for (const name of Object.keys(published) as TableName[]) {
    const file = join(tables, `${name}.csv`);
    const hashes: Hash[] = [];
    if (!byRow.includes(name)) {
      common.update(name);
      if (unread.has(name)) common.update(String(await hasRows(file)));
      else if (name === 'programme') common.update(await factsOf(tables));
      else hashes.push(common);
    }
    if (!tablesOfReleases.includes(name)) {
      whole.update(name);
      hashes.push(whole);
    }
    hashFile(file, hashes);
  }
  return { common: common.digest('base64url'), whole: whole.digest('base64url') };
}

const headOf = ({ common, whole }: Frame) => `${common} ${whole}`;

type Place = Pick<Carrying, 'root' | 'out'>;

/** The folder in which the sites of releases are kept that stood at a place; the record of the last site lies beside it. */
function keptSites({ root, out }: Place): string {
  return join(root, '.cache', 'sites', createHash('sha256').update(out).digest('base64url'));
}

/** Where it stands of a site what some of its files were made of, beside the cache: pages, downloads, words. */
export const recordOf = (place: Place, files: string) => `${keptSites(place)}.${files}`;

const recordFile = (place: Place) => recordOf(place, 'tsv');

/** The site that stands at a place. */
export const lastSite = (place: Place): Standing => ({ folder: place.out, record: recordFile(place) });

/** The first lines of a file, as many as are wanted and there. */
async function firstLines(path: string, wanted: number): Promise<string[]> {
  const lines: string[] = [];
  const file = await open(path).catch(() => null);
  if (file === null) return lines;
  try {
    for await (const line of file.readLines()) if (lines.push(line) === wanted) break;
    return lines;
  } finally {
    await file.close();
  }
}

/** The first line of a file; '' where there is none. */
async function firstLine(path: string): Promise<string> {
  return (await firstLines(path, 1))[0] ?? '';
}

/** A site whose pages can be taken over; without folder and record where nothing can be. */
export interface Before extends Standing {
  /** Which: those whose key is the same, or all but those that tell of the releases. */
  readonly take: 'by key' | 'all';
}

const nothing: Before = { folder: '', record: '', take: 'by key' };

/** The releases of which a site is kept, the latest first. */
async function keptReleases(place: Place): Promise<number[]> {
  const names = await readdir(keptSites(place)).catch(() => []);
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((one, other) => other - one);
}

/** The site to take pages over from: one whose tables said all the same, else the last one if it has the same frame. */
export async function siteBefore(carrying: Carrying, frame: Frame): Promise<Before> {
  const home = keptSites(carrying);
  const kept = (await keptReleases(carrying)).map((release) => join(home, String(release)));
  const last = lastSite(carrying);
  const sites = [
    last,
    ...kept.map((folder) => ({ folder: join(folder, 'site'), record: join(folder, 'made.tsv') })),
  ];
  for (const site of sites) {
    const head = await firstLine(site.record);
    if (head.split(' ')[1] === frame.whole) return { ...site, take: 'all' };
  }
  return (await firstLine(last.record)).split(' ')[0] === frame.common
    ? { ...last, take: 'by key' }
    : nothing;
}

/** Records what the pages of a site were made of, for the next build. */
export async function recordSite(carrying: Carrying, frame: Frame, made: readonly string[]): Promise<void> {
  const file = recordFile(carrying);
  const lines = await Promise.all(made.map((part) => readFile(part, 'utf8')));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, `${headOf(frame)}\n${lines.join('')}`);
  await rename(`${file}.${process.pid}`, file);
}

/** How many releases have their site kept: the one that stands, and the one to which the way back leads. */
const keptAtOnce = 2;

/** How long records and sites are kept of a place where nothing has been built, in milliseconds: two hundred days. */
const patience = 200 * 86_400_000;

/** Gives every file of a folder a second name in another one. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [one, other] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(one, other);
    else await link(one, other);
  }
}

/**
 * Keeps the site of a release that has just come into place, under second names of its files, so that the way back to it takes
 * seconds. Where the disk has no second names, or no room, nothing is kept: then the way back renders.
 */
export async function keepSite(place: Place, release: number): Promise<void> {
  const home = keptSites(place);
  const making = join(home, `making-${process.pid}`);
  const kept = join(home, String(release));
  await sweep(dirname(home), patience).catch(() => {});
  try {
    await linkAll(place.out, join(making, 'site'));
    await link(recordFile(place), join(making, 'made.tsv'));
    await rm(kept, { recursive: true, force: true });
    await rename(making, kept);
  } catch {
    await rm(making, { recursive: true, force: true }).catch(() => {});
  }
  for (const old of (await keptReleases(place)).slice(keptAtOnce))
    await rm(join(home, String(old)), { recursive: true, force: true }).catch(() => {});
}
