import { join } from 'node:path';
import Papa from 'papaparse';
import { unescapeFormula } from '../../model/formula.ts';
import { ownText } from '../../model/own-text.ts';
import { published, type PublishedRow, type PublishedTables, type TableName } from '../../model/published.ts';
import { fileColumns, type FileColumn, type Table } from '../../model/table.ts';
import { fileRows, type FileRows } from './file-rows.ts';

type Cell = string | number | boolean | null;

/** Reads a cell; undefined where it is not of its type. */
type ReadCell = (text: string) => Cell | undefined;

function numberIn(text: string): number | null | undefined {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const booleans = new Map<string, boolean | null>([
  ['', null],
  ['true', true],
  ['false', false],
]);

/** Reads the cells of a column; `same` makes of a text the one that is held. Half of all cells are blank: those are not looked up. */
function readerOf({ type }: FileColumn, same: (text: string) => string): ReadCell {
  switch (type) {
    case 'integer':
    case 'number':
      return numberIn;
    case 'boolean':
      return (text) => booleans.get(text);
    default:
      return (text) => (text === '' ? text : unescapeFormula(same(text)));
  }
}

/** The rows of a table in its file. A file that is missing is an error that names it. */
export function rowsOfTable(folder: string, { name }: Table): FileRows {
  const file = `${name}.csv`;
  try {
    return fileRows(join(folder, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${file} is missing in ${folder}`);
  }
}

/** How our files are written: left to itself, Papa guesses it anew from every text. */
const written = { delimiter: ',', newline: '\r\n', skipEmptyLines: true } as const;

/** The rows in the text of a file, as they stand there. */
export function linesIn(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), written).data;
}

/** How many rows are taken from a file at once. */
const rowsAtOnce = 1000;

/** The rows of a file after its header, some at a time: all at once they would take many times the room of the table. */
export function* linesOf({ count, slice }: FileRows): Generator<string[]> {
  for (let from = 0; from < count; from += rowsAtOnce)
    yield* linesIn(slice(from, Math.min(from + rowsAtOnce, count)).toString());
}

/** Holds the header of a file against the columns that are declared. */
export function checkHeader({ name: table }: Table, rows: FileRows, columns: readonly FileColumn[]): void {
  const [header = []] = linesIn(rows.header.toString());
  const length = Math.max(header.length, columns.length);
  for (let at = 0; at < length; at += 1) {
    const [given, declared] = [header[at], columns[at]?.name];
    if (given !== declared) {
      throw new Error(`${table}.csv: column ${at + 1} is “${given ?? ''}”, declared is “${declared ?? ''}”`);
    }
  }
}

/** No code, name or day is longer. */
const longestRepeated = 40;

/** Makes of each text one by itself, and of equal ones the same: most cells of a table repeat, and a table is held as a whole. */
export function sameText(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > longestRepeated) return ownText(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = ownText(text);
    known.set(own, own);
    return own;
  };
}

/**
 * Reads the rows of a table, of which the first after the header is number 0: to be held as a whole, or each for a moment; some of
 * their columns alone, if these are named. A cell of another type is an error that names its place.
 */
export function rowReader<Row>(
  { name: table }: Table,
  columns: readonly FileColumn[],
  held: 'as a whole' | 'for a moment',
  named?: readonly (keyof Row & string)[],
): (line: readonly string[], row: number) => Row {
  const same = held === 'as a whole' ? sameText() : (text: string) => text;
  const readers = columns
    .map((column, at) => ({ ...column, at, read: readerOf(column, same) }))
    .filter(({ name }) => named?.some((one) => one === name) ?? true);
  const blank = Object.fromEntries(readers.map(({ name }): [string, Cell] => [name, null]));
  return (line, row) => {
    // A copy has its properties in one compact shape from the start; grown one by one they take five times the room.
    const cells = { ...blank };
    for (const { name, type, at, read } of readers) {
      const text = line[at] ?? '';
      const cell = read(text);
      if (cell === undefined)
        throw new Error(
          `${table}.csv, row ${row + 2}, ${name}: “${text.slice(0, 40)}” is not of type ${type}`,
        );
      cells[name] = cell;
    }
    return cells as Row;
  };
}

/**
 * Reads one public table, as it is declared.
 * A missing file, another header or a cell of another type is an error that names the place.
 */
export function readDeclared<Row>(folder: string, table: Table, languages: readonly string[]): Row[] {
  const columns = fileColumns(table, languages);
  const rows = rowsOfTable(folder, table);
  checkHeader(table, rows, columns);
  return Array.from(linesOf(rows), rowReader<Row>(table, columns, 'as a whole'));
}

/** The tables that are held as a whole. The steps of findings are read when they are asked for: they are as many as all the rest. */
export type HeldTables = Omit<PublishedTables, 'finding_events'>;

/** Reads the public tables from a folder. The languages stand in `programme.csv`. */
export function readTables(folder: string): HeldTables {
  const facts = readDeclared<PublishedRow<'programme'>>(folder, published.programme, []);
  const languages = facts.find(({ field }) => field === 'languages')?.value.split(' ') ?? [];
  if (!languages[0]) throw new Error('programme.csv: the field “languages” is missing');
  const names = (Object.keys(published) as TableName[]).filter((name) => name !== 'finding_events');
  return Object.fromEntries(
    names.map((name) => [name, readDeclared(folder, published[name], languages)]),
  ) as unknown as HeldTables;
}
