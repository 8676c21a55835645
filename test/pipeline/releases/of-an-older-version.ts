import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { ReleaseRecord } from '../../../src/model/release.ts';
import { hashOf } from '../../../src/pipeline/files/hash-of.ts';
import { tableRecords } from '../../../src/pipeline/releases/make-record.ts';
import type { TableName } from '../../../src/model/published.ts';

/** What a version did not have yet: whole tables, and columns of the others. */
export interface NotYet {
  readonly tables?: readonly TableName[];
  readonly columns?: Readonly<Partial<Record<TableName, readonly string[]>>>;
}

/** A CSV file without some of its columns. */
function without(text: string, columns: readonly string[]): string {
  const [header = [], ...rows] = Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;
  const kept = [...header.keys()].filter((at) => !columns.includes(header[at] ?? ''));
  return `${Papa.unparse([header, ...rows].map((row) => kept.map((at) => row[at] ?? '')))}\r\n`;
}

/** The files of some public tables as a version wrote them that had less; its codebook tells of nothing else. */
export function asWrittenWithout(
  files: Readonly<Record<string, Uint8Array>>,
  { tables = [], columns = {} }: NotYet,
): Record<string, Uint8Array> {
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const [header, ...rows] = Papa.parse<string[]>(text('codebook.csv'), { skipEmptyLines: true }).data;
  const declared = rows.filter(([table = '', column = '']) => {
    const name = table as TableName;
    return !tables.includes(name) && columns[name]?.includes(column) !== true;
  });
  const others = Object.entries(files).filter(([name]) => !tables.some((table) => name === `${table}.csv`));
  return {
    ...Object.fromEntries(others),
    ...Object.fromEntries(
      Object.entries(columns).map(([table, names]) => [
        `${table}.csv`,
        strToU8(without(text(`${table}.csv`), names)),
      ]),
    ),
    'codebook.csv': strToU8(`${Papa.unparse([header, ...declared])}\r\n`),
  };
}

/** Makes the last release of a programme one that an older version has written, hashes and all. */
export async function makeOlder(data: string, release: number, notYet: NotYet): Promise<void> {
  const folder = join(data, 'releases', String(release));
  const files = asWrittenWithout(unzipSync(await readFile(join(folder, 'all.zip'))), notYet);
  const record = JSON.parse(await readFile(join(folder, 'release.json'), 'utf8')) as ReleaseRecord;
  const tables = record.tables.filter(({ table }) => files[`${table}.csv`] !== undefined);
  const archive = zipSync(files);
  await writeFile(join(folder, 'all.zip'), archive);
  const older = {
    ...record,
    tables: tableRecords(
      new Map(tables.map(({ table }) => [table as TableName, files[`${table}.csv`] ?? new Uint8Array()])),
    ),
    archive_sha256: hashOf(archive),
  };
  await writeFile(join(folder, 'release.json'), `${JSON.stringify(older, null, 2)}\n`);
}
