import { published, type TableName } from '../model/published.ts';
import { fileColumns, type FileColumn, type Table } from '../model/table.ts';
import type { Difference } from './difference.ts';
import { cell, type PublicTables, type Row } from './read-table.ts';

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}:\d{2}$/,
  boolean: /^(true|false)$/,
};

function cellProblem(column: FileColumn, text: string): string | null {
  if (text === '') return column.required ? 'a value' : null;
  const form = forms[column.type];
  if (form !== undefined && !form.test(text)) return `a ${column.type}`;
  const { codes } = column;
  return codes === undefined || codes.some(({ code }) => code === text)
    ? null
    : 'one of the codes of the column';
}

function checkForms(table: Table, rows: readonly Row[], languages: readonly string[]): Difference[] {
  const columns = fileColumns(table, languages);
  return rows.flatMap((row, place) =>
    columns.flatMap((column): Difference[] => {
      // A version before ours may not have had the column.
      if (!(column.name in row)) return [];
      const found = cell(row, column.name);
      const expected = cellProblem(column, found);
      const where = `${table.name}.csv, row ${place + 2}, ${column.name}`;
      return expected === null ? [] : [{ check: 'form', where, expected, found }];
    }),
  );
}

function checkUnique(table: Table, rows: readonly Row[]): Difference[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Difference[] => {
    const key = table.key.map((column) => cell(row, column)).join('|');
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ check: 'key', where: `${table.name}.csv ${key}`, expected: 'one row', found: 'more than one' }];
  });
}

function checkReferences(table: Table, tables: PublicTables): Difference[] {
  return table.columns.flatMap((column) => {
    const { references } = column;
    if (references === undefined) return [];
    const target = published[references as TableName];
    const ids = new Set(tables[references as TableName].map((row) => cell(row, target.key[0])));
    return tables[table.name as TableName]
      .map((row) => cell(row, column.name))
      .filter((id) => id !== '' && !ids.has(id))
      .map((found): Difference => ({
        check: 'key',
        where: `${table.name}.csv, ${column.name}`,
        expected: `a key of ${references}.csv`,
        found,
      }));
  });
}

/** Every cell is of its declared kind, every key tells one row, every reference leads to a row. */
export function checkKeys(tables: PublicTables, languages: readonly string[]): Difference[] {
  return (Object.values(published) as readonly Table[]).flatMap((table) => {
    const rows = tables[table.name as TableName];
    return [
      ...checkForms(table, rows, languages),
      ...checkUnique(table, rows),
      ...checkReferences(table, tables),
    ];
  });
}
