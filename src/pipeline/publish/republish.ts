import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { published, type TableName } from '../../model/published.ts';
import type { Earlier } from '../../model/release.ts';
import { fileColumns, type FileColumn } from '../../model/table.ts';
import { writeCells, type OutgoingRow } from './cells.ts';
import { putBackRows } from './release-changes.ts';
import { releaseRows } from './releases.ts';
import { writeTable } from './write-table.ts';
import { writtenRows } from './written-rows.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const bytesOf = (files: Files, table: TableName) => files[`${table}.csv`] ?? new Uint8Array();

const textOf = (files: Files, table: TableName) => new TextDecoder('utf-8').decode(bytesOf(files, table));

/** The languages in which a release was written, the main one first. */
export function languagesThen(files: Files): string[] {
  const facts = writtenRows(textOf(files, 'programme'));
  const named = facts.find(({ field }) => field === 'languages')?.['value'] ?? '';
  return named.split(' ').filter((language) => language !== '');
}

/** The header of a text and, where there are any, the lines below it. */
function parted(text: string): { readonly header: readonly string[]; readonly below: string } {
  const end = text.indexOf('\r\n');
  return { header: text.slice(0, Math.max(end, 0)).split(','), below: text.slice(end + 2) };
}

/** A column that a release did not have, and that must never be blank. */
export interface Lacking {
  readonly table: TableName;
  readonly column: string;
}

/** What a release of an older version lacks so that it cannot be shown today. */
export function lackingIn(files: Files, languages: readonly string[]): Lacking[] {
  return (Object.keys(published) as TableName[]).flatMap((table) => {
    const { header, below } = parted(textOf(files, table));
    if (below === '') return [];
    return fileColumns(published[table], languages)
      .filter(({ name, required }) => required && !header.includes(name))
      .map(({ name: column }) => ({ table, column }));
  });
}

/** The cells of a table in the columns that it has now, each as it was written; those of a column that it did not have are blank. */
function cellsNow(text: string, columns: readonly FileColumn[]): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true });
  const [header = [], ...rows] = data;
  const places = columns.map(({ name }) => header.indexOf(name));
  return rows.map((cells) => places.map((at) => cells[at] ?? ''));
}

/** Writes a table of a release again: byte for byte, or in other columns where those of its day were others. */
async function writeAgain(
  folder: string,
  table: TableName,
  files: Files,
  languages: readonly string[],
): Promise<void> {
  const columns = fileColumns(published[table], languages);
  const names = columns.map(({ name }) => name);
  const text = textOf(files, table);
  if (parted(text).header.join() === names.join())
    return await writeFile(join(folder, `${table}.csv`), bytesOf(files, table));
  await writeTable(folder, table, names, cellsNow(text, columns));
}

/**
 * Writes the public tables of an earlier release again: every row as it was, but the tables that tell of releases, which
 * tell of all that have been since. A release of an older version had other columns: what it did not tell stays blank, and a
 * table that it did not have holds no rows.
 */
export async function republish(
  folder: string,
  files: Files,
  earlier: Earlier,
  languages: readonly string[],
): Promise<void> {
  const latest = join(folder, 'latest');
  await mkdir(latest, { recursive: true });
  const told: Readonly<Partial<Record<TableName, readonly OutgoingRow[]>>> = {
    releases: releaseRows(earlier.releases, languages),
    release_changes: putBackRows(
      earlier,
      writtenRows(textOf(files, 'findings')),
      writtenRows(textOf(files, 'finding_events')),
    ),
  };
  for (const name of Object.keys(published) as TableName[]) {
    const rows = told[name];
    if (rows === undefined) {
      await writeAgain(latest, name, files, languages);
      continue;
    }
    const { header, cells } = writeCells(published[name], rows, languages);
    await writeTable(latest, name, header, cells);
  }
}
