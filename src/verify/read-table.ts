import Papa from 'papaparse';
import { unescapeFormula } from '../model/formula.ts';
import { published, type TableName } from '../model/published.ts';
import type { SiteFiles } from './difference.ts';

/** A row as text by column name. */
export type Row = Readonly<Record<string, string>>;

/** The public tables of a site. */
export type PublicTables = Readonly<Record<TableName, readonly Row[]>>;

/** Reads the rows of a CSV, from its text. */
export function rowsIn(text: string): Row[] {
  const [names = [], ...lines] = Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    newline: '\r\n',
    delimiter: ',',
  }).data;
  // A copy of a row that has all columns is made in half the time of one that gets them one by one.
  const blank = Object.fromEntries(names.map((name) => [name, '']));
  return lines.map((cells) => {
    const row: Record<string, string> = { ...blank };
    // What has no column is kept, too.
    cells.forEach((text, place) => {
      row[names[place] ?? `column ${place + 1}`] = unescapeFormula(text);
    });
    return row;
  });
}

/** Reads the rows of a CSV. */
export function rowsOf(bytes: Uint8Array): Row[] {
  return rowsIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/** Reads every public table of a site; one that its own codebook does not declare, as its version had none, holds no rows. */
export async function readPublic(
  files: Pick<SiteFiles, 'read'>,
  codebook: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Promise<PublicTables> {
  const names = Object.keys(published) as TableName[];
  const entries: [TableName, Row[]][] = [];
  for (const name of names)
    entries.push([name, codebook.has(name) ? rowsOf(await files.read(`data/latest/${name}.csv`)) : []]);
  return Object.fromEntries(entries) as unknown as PublicTables;
}

/** A cell of a row, '' where it has none. */
export const cell = (row: Row | undefined, column: string): string => row?.[column] ?? '';

/** A cell that holds a number; null where it is blank. */
export function numberIn(row: Row | undefined, column: string): number | null {
  const text = cell(row, column);
  return text === '' ? null : Number(text);
}
