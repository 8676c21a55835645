import { escapeFormula } from '../../model/formula.ts';
import { fileColumns, type FileColumn, type Table } from '../../model/table.ts';

/** A row on its way into a public table, by column name. */
export type OutgoingRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const days = new Map<string, boolean>();

/** Days come again and again: each is looked at once. */
function isDay(text: string): boolean {
  const known = days.get(text);
  if (known !== undefined) return known;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const verdict = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  days.set(text, verdict);
  return verdict;
}

function writeCell(table: Table, column: FileColumn, row: OutgoingRow): string | number {
  const value = row[column.name];
  const refuse = (why: string): never => {
    throw new Error(`${table.name}.csv cannot hold ${JSON.stringify(value)} in ${column.name}: ${why}`);
  };
  if (value === undefined || value === null || value === '')
    return column.required ? refuse('the column is never blank') : '';
  if (column.type === 'integer' || column.type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('it is not a finite number');
    return column.type === 'integer' && !Number.isInteger(value) ? refuse('it is not a whole number') : value;
  }
  if (column.type === 'boolean')
    return typeof value === 'boolean' ? String(value) : refuse('it is not true or false');
  if (typeof value !== 'string') return refuse('it is not a text');
  if (column.codes !== undefined && !column.codes.some(({ code }) => code === value))
    return refuse('it is not one of the codes of the column');
  if (column.type === 'date' && !isDay(value)) return refuse('it is not a date');
  if (column.type === 'time' && !/^\d{2}:\d{2}:\d{2}$/.test(value)) return refuse('it is not a time');
  return escapeFormula(value);
}

/**
 * The cells of a table as they are written, in the order of its columns, each row when it is asked for: a large table is
 * never there twice. This is the one door: a row that holds what its declaration does not allow stops the build.
 */
export function writeCells(
  table: Table,
  rows: readonly OutgoingRow[],
  languages: readonly string[],
): { readonly header: readonly string[]; readonly cells: Iterable<(string | number)[]> } {
  const columns = fileColumns(table, languages);
  const names = new Set(columns.map(({ name }) => name));
  function* cells() {
    for (const row of rows) {
      for (const name in row)
        if (!names.has(name))
          throw new Error(`${table.name}.csv has no column ${name}: declare it in published.ts`);
      yield columns.map((column) => writeCell(table, column, row));
    }
  }
  return { header: columns.map(({ name }) => name), cells: cells() };
}
