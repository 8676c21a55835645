import { join } from 'node:path';
import type { Form, TableName } from '../../model/published.ts';
import { writeChartTables } from './chart-tables.ts';
import { archiveName, describeTables } from './describe-tables.ts';
import { editionOf, type Issue } from './edition.ts';
import { writeIndex, type IndexedFile } from './file-index.ts';
import { writeJson } from './json-form.ts';
import { writeOwnTables } from './own-tables.ts';
import { writeParquet } from './parquet-form.ts';
import { columnsOf, tableNames } from './read-public.ts';
import { workbookName, writeWorkbook } from './workbook-form.ts';

/** A file that is not limited to one table. */
const whole = (name: string, form: Form): IndexedFile => ({
  file: `latest/${name}`,
  form,
  table: '',
  subject_kind: '',
  subject_id: '',
  rows: null,
  columns: null,
});

/** A table in each of its forms. */
function formsOf(table: TableName, rows: number, columns: number): IndexedFile[] {
  return (['csv', 'json', 'parquet'] as const).map((form) => ({
    ...whole(`${table}.${form}`, form),
    table,
    rows,
    columns,
  }));
}

/**
 * Makes everything else of a folder of public tables: each table in its other forms, those of each department, hall,
 * category, question and chart, what describes them, and the index of all files. It reads nothing but the published CSV files,
 * so that no form can say anything else.
 */
export async function packageTables(folder: string): Promise<void> {
  const latest = join(folder, 'latest');
  const edition = editionOf(latest, null);
  const { languages } = edition;
  const path = (table: TableName, form: string) => join(latest, `${table}.${form}`);
  const rows = new Map(
    tableNames.map((table) => [
      table,
      writeJson(path(table, 'csv'), path(table, 'json'), columnsOf(table, languages)),
    ]),
  );
  await writeParquet(
    tableNames.map((table) => ({
      csv: path(table, 'csv'),
      parquet: path(table, 'parquet'),
      columns: columnsOf(table, languages),
    })),
  );
  writeWorkbook(latest, join(latest, workbookName), edition, rows);
  const described = describeTables(latest, edition, rows);
  writeIndex(folder, edition, [
    ...described.map((name) => whole(name, name === archiveName ? 'zip' : 'metadata')),
    whole(workbookName, 'xlsx'),
    ...[...rows].flatMap(([table, count]) => formsOf(table, count, columnsOf(table, languages).length)),
    ...writeOwnTables(folder, languages),
    ...writeChartTables(folder, languages),
  ]);
}

/** Makes of a folder of public tables the archive of the release that they are about to become, and nothing else. */
export function archiveTables(folder: string, issue: Issue, rows: ReadonlyMap<TableName, number>): void {
  const latest = join(folder, 'latest');
  describeTables(latest, editionOf(latest, issue), rows);
}
