import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { allTime, published, wholeProgramme, type TableName } from '../../model/published.ts';
import { releaseRecord, type ReleaseRecord } from '../../model/release.ts';
import { tablesOfReleases } from '../../model/release-files.ts';
import { hashOf } from '../files/hash-of.ts';

/** What of a record does not follow from the tables. */
export interface RecordFacts {
  readonly publishedOn: string;
  readonly note: Readonly<Record<string, string>>;
  readonly generator: ReleaseRecord['generator'];
  readonly settingsSha256: string;
  readonly inputs: ReleaseRecord['inputs'];
  readonly rolledBack: number | null;
}

const counted = [
  'found',
  'confirmed',
  'claimed',
  'in_hand',
  'overdue',
  'refused',
  'transferred',
  'withdrawn',
];

type Row = Readonly<Record<string, string>>;

function parse(bytes: Uint8Array): { header: readonly string[]; rows: readonly Row[] } {
  const { data, meta } = Papa.parse<Row>(new TextDecoder('utf-8').decode(bytes), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  return { header: meta.fields ?? [], rows: data };
}

/** The public tables of a folder, as bytes. */
export async function tablesIn(folder: string): Promise<ReadonlyMap<TableName, Uint8Array>> {
  const names = Object.keys(published) as TableName[];
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, `${name}.csv`))] as const),
    ),
  );
}

/** The day up to which the data of some tables go, '' where they name none. */
export function lastDayOf(tables: ReadonlyMap<TableName, Uint8Array>): string {
  const facts = tables.get('programme');
  const cutoff = facts && parse(facts).rows.find(({ field }) => field === 'cutoff');
  return cutoff?.['value'] ?? '';
}

/** The hash and the number of rows of every table. */
export function tableRecords(tables: ReadonlyMap<TableName, Uint8Array>): ReleaseRecord['tables'] {
  return [...tables].map(([table, bytes]) => ({
    table,
    rows: parse(bytes).rows.length,
    sha256: hashOf(bytes),
  }));
}

/** Whether two releases say the same: every table but those that tell of releases. */
export function saysTheSame(one: ReleaseRecord['tables'], other: ReleaseRecord['tables']): boolean {
  const telling = (tables: ReleaseRecord['tables']) =>
    JSON.stringify(
      tables
        .filter(({ table }) => !tablesOfReleases.some((name) => name === table))
        .map(({ table, sha256 }) => [table, sha256])
        .sort(),
    );
  return telling(one) === telling(other);
}

/**
 * The version of the next release: the first number rises when a table has other columns than before, the second when
 * findings or steps are new, the third when only what was there has changed. What a way back brings again is not new.
 */
export function nextVersion(
  before: { readonly version: string; readonly files: Readonly<Record<string, Uint8Array>> } | null,
  tables: ReadonlyMap<TableName, Uint8Array>,
  isWayBack = false,
): string {
  if (before === null) return '1.0.0';
  const [major = 0, minor = 0, patch = 0] = before.version.split('.').map(Number);
  const was = (name: TableName) => parse(before.files[`${name}.csv`] ?? new Uint8Array());
  const now = (name: TableName) => parse(tables.get(name) ?? new Uint8Array());
  const otherColumns = [...tables.keys()].some((name) => was(name).header.join() !== now(name).header.join());
  if (otherColumns) return `${major + 1}.0.0`;
  const keys = (name: TableName, { rows }: { rows: readonly Row[] }) =>
    new Set(rows.map((row) => published[name].key.map((column) => row[column]).join('|')));
  const grew = (['findings', 'finding_events', 'answers', 'visits'] as const).some((name) => {
    const old = keys(name, was(name));
    return [...keys(name, now(name))].some((key) => !old.has(key));
  });
  return grew && !isWayBack ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Makes the record of a release from its tables, what is recorded of each, and its archive. */
export function makeRecord(
  tables: ReadonlyMap<TableName, Uint8Array>,
  records: ReleaseRecord['tables'],
  archive: Uint8Array,
  before: { readonly record: ReleaseRecord; readonly sha256: string } | undefined,
  version: string,
  facts: RecordFacts,
): ReleaseRecord {
  const rowsOf = (name: TableName) => parse(tables.get(name) ?? new Uint8Array()).rows;
  const programme = new Map(rowsOf('programme').map((row) => [row['field'], row['value']]));
  const counts = rowsOf('figures')
    .filter((row) => row['subject_id'] === wholeProgramme && row['period'] === allTime)
    .filter((row) => row['subject_kind'] === 'programme' && counted.includes(row['measure'] ?? ''))
    .map((row) => [row['measure'] ?? '', Number(row['value'])] as const);
  return releaseRecord.parse({
    release: (before?.record.release ?? 0) + 1,
    version,
    published_on: facts.publishedOn,
    cutoff: programme.get('cutoff') ?? '',
    note: facts.note,
    generator: facts.generator,
    settings_sha256: facts.settingsSha256,
    inputs: [...facts.inputs],
    tables: records,
    counts: Object.fromEntries(counts),
    rolled_back: facts.rolledBack,
    archive_sha256: hashOf(archive),
    previous_sha256: before?.sha256 ?? null,
  });
}
