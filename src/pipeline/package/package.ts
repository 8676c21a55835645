import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableName } from '../../model/published.ts';
import { archiveName, describeTables } from './describe-tables.ts';
import { editionOf, type Edition } from './edition.ts';
import { writeIndex, type IndexedFile } from './file-index.ts';
import { writeJson } from './json-form.ts';
import { writeParquet } from './parquet-form.ts';
import { columnsOf, tableNames } from './read-public.ts';
import { workbookName, writeWorkbook } from './workbook-form.ts';

/** The folders of files that are limited to one subject, by the kind of subject. */
const subjectFolders = {
  department: 'departments',
  hall: 'halls',
  category: 'categories',
  question: 'questions',
} as const;

/** Writes the JSON of the CSV files that lie in a folder of tables, and says what both hold. */
async function writeJsonBeside(
  folder: string,
  place: string,
  subject: Pick<IndexedFile, 'subject_kind' | 'subject_id'>,
  { languages }: Edition,
): Promise<IndexedFile[]> {
  const there = new Set(await readdir(join(folder, place)).catch(() => []));
  return tableNames
    .filter((table) => there.has(`${table}.csv`))
    .flatMap((table) => {
      const columns = columnsOf(table, languages);
      const file = `${place}/${table}`;
      const rows = writeJson(join(folder, `${file}.csv`), join(folder, `${file}.json`), columns);
      return (['csv', 'json'] as const).map((form): IndexedFile => ({
        ...subject,
        file: `${file}.${form}`,
        form,
        table,
        rows,
        columns: columns.length,
      }));
    });
}

async function subjectFiles(folder: string, edition: Edition): Promise<IndexedFile[]> {
  const files: IndexedFile[] = [];
  for (const [subject_kind, place] of Object.entries(subjectFolders))
    for (const subject_id of (await readdir(join(folder, place)).catch(() => [])).sort())
      files.push(
        ...(await writeJsonBeside(folder, `${place}/${subject_id}`, { subject_kind, subject_id }, edition)),
      );
  return files;
}

/**
 * Makes everything else of a folder of public tables: each table in its other forms, and the index of all files. It
 * reads nothing but the published CSV files, so that no form can say anything else.
 */
export async function packageTables(folder: string): Promise<void> {
  const latest = join(folder, 'latest');
  const edition = editionOf(latest);
  const whole = { subject_kind: '', subject_id: '' };
  const tables = await writeJsonBeside(folder, 'latest', whole, edition);
  const csv = tables.filter(({ form }) => form === 'csv');
  await writeParquet(
    csv.map(({ table }) => ({
      csv: join(latest, `${table}.csv`),
      parquet: join(latest, `${table}.parquet`),
      columns: columnsOf(table as TableName, edition.languages),
    })),
  );
  const rows = new Map(csv.map((file) => [file.table as TableName, file.rows ?? 0]));
  writeWorkbook(latest, join(latest, workbookName), edition, rows);
  const described = describeTables(latest, edition, rows);
  writeIndex(folder, edition, [
    ...described.map((name): IndexedFile => ({
      ...whole,
      file: `latest/${name}`,
      form: name === archiveName ? 'zip' : 'metadata',
      table: '',
      rows: null,
      columns: null,
    })),
    { ...whole, file: `latest/${workbookName}`, form: 'xlsx', table: '', rows: null, columns: null },
    ...csv.flatMap((file): IndexedFile[] => [
      file,
      { ...file, file: `latest/${file.table}.json`, form: 'json' },
      { ...file, file: `latest/${file.table}.parquet`, form: 'parquet' },
    ]),
    ...(await subjectFiles(folder, edition)),
  ]);
}
