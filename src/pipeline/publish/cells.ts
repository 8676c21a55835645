import { escapeFormula } from '../../model/formula.ts';
import { isDay } from '../../model/is-day.ts';
import { fileColumns, type FileColumn, type Table } from '../../model/table.ts';

/** A row on its way into a public table, by column name. */
export type OutgoingRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const days = new Map<string, boolean>();

/** Days come again and again: each is looked at once. */
function isKnownDay(text: string): boolean {
  const known = days.get(text);
  if (known !== undefined) return known;
  const verdict = isDay(text);
  days.set(text, verdict);
  return verdict;
}

type Cell = string | number;

/** How the value of a column is written: it refuses what the declaration of the column does not allow. */
function columnWriter(table: Table, column: FileColumn): (value: OutgoingRow[string]) => Cell {
  const { name, type, required } = column;
  const codes = column.codes === undefined ? null : new Set<string>(column.codes.map(({ code }) => code));
  return (value) => {
    const refuse = (why: string): never => {
      throw new Error(`${table.name}.csv cannot hold ${JSON.stringify(value)} in ${name}: ${why}`);
    };
    if (value === undefined || value === null || value === '')
      return required ? refuse('the column is never blank') : '';
    if (type === 'integer' || type === 'number') {
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('it is not a finite number');
      return type === 'integer' && !Number.isInteger(value) ? refuse('it is not a whole number') : value;
    }
    if (type === 'boolean')
      return typeof value === 'boolean' ? String(value) : refuse('it is not true or false');
    if (typeof value !== 'string') return refuse('it is not a text');
    if (codes !== null && !codes.has(value)) return refuse('it is not one of the codes of the column');
    if (type === 'date' && !isKnownDay(value)) return refuse('it is not a date');
    if (type === 'time' && !/^\d{2}:\d{2}:\d{2}$/.test(value)) return refuse('it is not a time');
    return escapeFormula(value);
  };
}

/**
 * How the rows of a table are written: the names of its columns, and the cells of a row in their order. This is the one door:
 * a row that holds what its declaration does not allow stops the build.
 */
function cellWriter(
  table: Table,
  languages: readonly string[],
): { readonly header: readonly string[]; readonly write: (row: OutgoingRow) => Cell[] } {
  const columns = fileColumns(table, languages).map((column) => ({
    name: column.name,
    write: columnWriter(table, column),
  }));
  const names = new Set(columns.map(({ name }) => name));
  return {
    header: columns.map(({ name }) => name),
    write: (row) => {
      for (const name in row)
        if (!names.has(name))
          throw new Error(`${table.name}.csv has no column ${name}: declare it in published.ts`);
      return columns.map(({ name, write }) => write(row[name]));
    },
  };
}

/** The cells of a table as they are written, each row when it is asked for: a large table is never there twice. */
export function writeCells(
  table: Table,
  rows: readonly OutgoingRow[],
  languages: readonly string[],
): { readonly header: readonly string[]; readonly cells: Iterable<Cell[]> } {
  const { header, write } = cellWriter(table, languages);
  function* cells() {
    for (const row of rows) yield write(row);
  }
  return { header, cells: cells() };
}
