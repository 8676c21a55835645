import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { escapeFormula } from '../../src/model/formula.ts';
import { published, type TableName } from '../../src/model/published.ts';
import { fileColumns, type Table } from '../../src/model/table.ts';

/** A row as a test writes it; columns left out are blank. */
export type TestRow = Readonly<Record<string, string | number | boolean>>;

const facts: TestRow[] = [
  { field: 'languages', value: 'zh en' },
  { field: 'name_zh', value: '示例市政务服务体验官' },
  { field: 'cutoff', value: '2025-09-30' },
  { field: 'calendar', value: 'china' },
  { field: 'period', value: 'quarter' },
  { field: 'demonstration', value: 'true' },
];

function content(table: Table, rows: readonly TestRow[], languages: readonly string[]): string {
  const columns = fileColumns(table, languages).map(({ name }) => name);
  const cells = rows.map((row) => columns.map((column) => escapeFormula(String(row[column] ?? ''))));
  return `${Papa.unparse([columns, ...cells], { newline: '\r\n' })}\r\n`;
}

/** Writes every public table into a new folder, empty but for the given rows, and names the folder. */
export function writeTables(
  rows: Partial<Record<TableName, readonly TestRow[]>> = {},
  languages: readonly string[] = ['zh', 'en'],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-tables-'));
  for (const name of Object.keys(published) as TableName[]) {
    const given = rows[name] ?? (name === 'programme' ? facts : []);
    writeFileSync(join(folder, `${name}.csv`), content(published[name], given, languages));
  }
  return folder;
}
