import type { ReleaseRecord } from '../model/release.ts';
import { sha256 } from './check-hashes.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, rowsOf, type PublicTables, type Row } from './read-table.ts';

interface Release {
  readonly number: number;
  readonly record: ReleaseRecord;
  readonly sha256: string;
}

const folder = (release: number) => `data/releases/${release}`;

async function readAll(files: SiteFiles): Promise<Release[]> {
  const numbers = files.names
    .map((name) => /^data\/releases\/(\d+)\/release\.json$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((one, other) => one - other);
  const releases: Release[] = [];
  for (const number of numbers) {
    const bytes = await files.read(`${folder(number)}/release.json`);
    const record = JSON.parse(new TextDecoder().decode(bytes)) as ReleaseRecord;
    releases.push({ number, record, sha256: await sha256(bytes) });
  }
  return releases;
}

async function checkContent(files: SiteFiles, { number, record }: Release): Promise<Difference[]> {
  const differences: Difference[] = [];
  const hold = async (name: string, expected: string) => {
    const where = `${folder(number)}/${name}`;
    const found = files.names.includes(where) ? await sha256(await files.read(where)) : 'no such file';
    if (found !== expected) differences.push({ check: 'chain', where, expected, found });
  };
  await hold('all.zip', record.archive_sha256);
  for (const table of record.tables) await hold(`${table.table}.csv`, table.sha256);
  return differences;
}

/** What the record of `releases.csv` says of a release and its file do not agree upon. */
function checkRow(release: Release, row: Row | undefined): Difference[] {
  const { record } = release;
  const said: Readonly<Record<string, string>> = {
    record_sha256: release.sha256,
    previous_sha256: record.previous_sha256 ?? '',
    archive_sha256: record.archive_sha256,
    version: record.version,
    cutoff: record.cutoff,
    published_on: record.published_on,
  };
  return Object.entries(said)
    .filter(([column, expected]) => cell(row, column) !== expected)
    .map(([column, expected]) => ({
      check: 'chain',
      where: `releases.csv ${release.number}, ${column}`,
      expected,
      found: cell(row, column),
    }));
}

/** What a release had of the findings, the next must have too, or say what became of it. */
function checkKept(
  before: readonly Row[],
  after: readonly Row[],
  entries: ReadonlySet<string>,
  where: string,
): Difference[] {
  const now = new Map(after.map((row) => [cell(row, 'finding_id'), row]));
  return before.flatMap((row): Difference[] => {
    const id = cell(row, 'finding_id');
    const kept = now.get(id);
    if (kept === undefined)
      return entries.has(`${id}|`)
        ? []
        : [
            {
              check: 'chain',
              where: `${where} ${id}`,
              expected: 'the finding, or an entry that it is gone',
              found: 'neither',
            },
          ];
    const [was, is] = [cell(row, 'found_on'), cell(kept, 'found_on')];
    return was === is || entries.has(`${id}|found_on`)
      ? []
      : [{ check: 'chain', where: `${where} ${id}, found_on`, expected: `${was}, or an entry`, found: is }];
  });
}

const stepOf = (row: Row) => `${cell(row, 'finding_id')} ${cell(row, 'event')} ${cell(row, 'on')}`;

function checkSteps(
  before: readonly Row[],
  after: readonly Row[],
  entries: ReadonlySet<string>,
  gone: ReadonlySet<string>,
  where: string,
): Difference[] {
  const now = new Set(after.map(stepOf));
  return before
    .filter((row) => cell(row, 'event') !== 'found' && !gone.has(cell(row, 'finding_id')))
    .map(stepOf)
    .filter((step) => !now.has(step) && !entries.has(step))
    .map((step) => ({
      check: 'chain',
      where: `${where} ${step}`,
      expected: 'the step, or an entry that it is gone',
      found: 'neither',
    }));
}

/** Proves the chain of the releases: each record holds the hash of the one before, and nothing published went in silence. */
export async function checkChain(files: SiteFiles, tables: PublicTables): Promise<Difference[]> {
  const releases = await readAll(files);
  const rows = new Map(tables.releases.map((row) => [Number(cell(row, 'release')), row]));
  const differences: Difference[] = [];
  if (releases.length !== rows.size)
    differences.push({
      check: 'chain',
      where: 'releases.csv',
      expected: String(releases.length),
      found: String(rows.size),
    });
  const read = async (number: number, name: string) =>
    rowsOf(await files.read(`${folder(number)}/${name}.csv`));
  for (const [place, release] of releases.entries()) {
    const before = releases[place - 1];
    const expected = before?.sha256 ?? null;
    if (release.number !== place + 1 || release.record.previous_sha256 !== expected)
      differences.push({
        check: 'chain',
        where: `${folder(release.number)}/release.json, previous_sha256`,
        expected: String(expected),
        found: String(release.record.previous_sha256),
      });
    differences.push(...(await checkContent(files, release)), ...checkRow(release, rows.get(release.number)));
  }
  for (const [place, release] of releases.entries()) {
    const next = releases[place + 1];
    const entriesOf = tables.release_changes.filter(
      (row) => Number(cell(row, 'release')) === release.number + 1,
    );
    const entries = new Set(
      entriesOf.map((row) =>
        cell(row, 'table') === 'findings' ? `${cell(row, 'row')}|${cell(row, 'column')}` : cell(row, 'row'),
      ),
    );
    const gone = new Set(
      entriesOf
        .filter((row) => cell(row, 'column') === '' && cell(row, 'after') === '')
        .map((row) => cell(row, 'row')),
    );
    const where = next === undefined ? 'data/latest' : folder(next.number);
    const [findings, steps] =
      next === undefined
        ? [tables.findings, tables.finding_events]
        : [await read(next.number, 'findings'), await read(next.number, 'finding_events')];
    differences.push(
      ...checkKept(await read(release.number, 'findings'), findings, entries, where),
      ...checkSteps(await read(release.number, 'finding_events'), steps, entries, gone, where),
    );
  }
  return differences;
}
