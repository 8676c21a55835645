import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { unescapeFormula } from '../model/formula.ts';
import { published, type PublishedRow, type PublishedTables, type TableName } from '../model/published.ts';
import { fileColumns, type FileColumn, type Table } from '../model/table.ts';

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

function readerOf({ type }: FileColumn): ReadCell {
  switch (type) {
    case 'integer':
    case 'number':
      return numberIn;
    case 'boolean':
      return (text) => booleans.get(text);
    default:
      return unescapeFormula;
  }
}

function linesOf(folder: string, file: string): string[][] {
  let content: string;
  try {
    content = readFileSync(join(folder, file), 'utf8');
  } catch {
    throw new Error(`${file} is missing in ${folder}`);
  }
  return Papa.parse<string[]>(content.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

function checkHeader(file: string, header: readonly string[], columns: readonly FileColumn[]): void {
  const length = Math.max(header.length, columns.length);
  for (let at = 0; at < length; at += 1) {
    const [given, declared] = [header[at], columns[at]?.name];
    if (given !== declared) {
      throw new Error(`${file}: column ${at + 1} is “${given ?? ''}”, declared is “${declared ?? ''}”`);
    }
  }
}

/** No code, name or day is longer. */
const longestRepeated = 40;

/** Makes equal texts one: most cells of a table repeat, and a table is held as a whole. */
function sameText(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > longestRepeated) return text;
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    return before ?? text;
  };
}

/**
 * Reads one public table, as it is declared.
 * A missing file, another header or a cell of another type is an error that names the place.
 */
export function readDeclared<Row>(folder: string, table: Table, languages: readonly string[]): Row[] {
  const file = `${table.name}.csv`;
  const columns = fileColumns(table, languages);
  const [header = [], ...lines] = linesOf(folder, file);
  checkHeader(file, header, columns);
  const same = sameText();
  const readers = columns.map(readerOf);
  const blank = Object.fromEntries(columns.map(({ name }): [string, Cell] => [name, null]));
  return lines.map((line, row) => {
    // A copy has its properties in one compact shape from the start; grown one by one they take five times the room.
    const cells = { ...blank };
    columns.forEach((column, at) => {
      const text = line[at] ?? '';
      const cell = readers[at]?.(same(text));
      if (cell === undefined)
        throw new Error(
          `${file}, row ${row + 2}, ${column.name}: “${text.slice(0, 40)}” is not of type ${column.type}`,
        );
      cells[column.name] = cell;
    });
    return cells as Row;
  });
}

/** Reads every public table from a folder. The languages stand in `programme.csv`. */
export function readTables(folder: string): PublishedTables {
  const facts = readDeclared<PublishedRow<'programme'>>(folder, published.programme, []);
  const languages = facts.find(({ field }) => field === 'languages')?.value.split(' ') ?? [];
  if (!languages[0]) throw new Error('programme.csv: the field “languages” is missing');
  const names = Object.keys(published) as TableName[];
  return Object.fromEntries(
    names.map((name) => [name, readDeclared(folder, published[name], languages)]),
  ) as unknown as PublishedTables;
}
