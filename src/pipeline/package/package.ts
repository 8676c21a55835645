import { join } from 'node:path';
import { chartFiles } from '../../model/chart-file.ts';
import type { Form, TableName } from '../../model/published.ts';
import { archiveName, describeTables } from './describe-tables.ts';
import { editionOf, type Edition, type Issue } from './edition.ts';
import type { DescribedTable } from './described-file.ts';
import { weigh, writeIndex, type IndexedFile, type WeighedFile } from './file-index.ts';
import { hashOf } from '../files/hash-of.ts';
import { owners } from './owners.ts';
import { writeParquet } from './parquet-form.ts';
import { eachRow } from './public-row.ts';
import { columnsOf, tableNames } from './read-public.ts';
import { openForms, type TableForms } from './table-forms.ts';
import { openLast, type LastFiles, type TakingOver } from '../last-site/take-over.ts';
import { weighFile, type Weight } from './weight.ts';
import { openTablesBook, workbookName } from './workbook-form.ts';

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

/** A file that holds a whole table. */
const ofTable = (table: TableName, form: Form, rows: number, columns: number): IndexedFile => ({
  ...whole(`${table}.${form}`, form),
  table,
  rows,
  columns,
});

/** What the files of one kind are made of, and what they are. */
type Made = readonly [key: string, files: readonly WeighedFile[]];

/** What the CSV of each table weighs. */
type Weights = ReadonlyMap<TableName, Weight>;

/** The downloads that are being made. */
interface Packing {
  readonly folder: string;
  readonly edition: Edition;
  readonly last: TakingOver<WeighedFile> | null;
  readonly weights: Weights;
  /** The key of what is made of a table alone, and of what is made of all. */
  readonly keys: ReadonlyMap<TableName | 'all', string>;
}

const csvOf = (folder: string, table: TableName) => join(folder, 'latest', `${table}.csv`);

function weighTables(folder: string, tables: Iterable<TableName>): Weights {
  return new Map([...tables].map((table) => [table, weighFile(csvOf(folder, table))]));
}

function describedTables(rows: ReadonlyMap<TableName, number>, weights: Weights): DescribedTable[] {
  return [...weights].map(([table, { bytes, sha256 }]) => ({
    table,
    rows: rows.get(table) ?? 0,
    bytes,
    sha256,
  }));
}

/** The tables that have been published, which are here already. */
const there: ReadonlySet<string> = new Set(tableNames.map((table) => `latest/${table}.csv`));

/** Where a file stands in the index: what is made of all, the tables, those of departments, halls, categories, questions, charts. */
function rank({ file, table, subject_kind }: IndexedFile): number {
  const among = (tables: readonly string[]) => tables.indexOf(table) / (tables.length + 1);
  if (file.startsWith('latest/')) return among(tableNames);
  if (file.startsWith('charts/'))
    return owners.length + 1 + among([...new Set(chartFiles.map((chart) => chart.table))]);
  const owner = owners.findIndex(({ kind }) => kind === subject_kind);
  return owner + 1 + among(Object.keys(owners[owner]?.columns ?? {}));
}

/** Makes what is made of all tables together, and the forms of those that are not taken over: each is gone through once. */
async function makeAnew(
  { folder, edition, weights, keys }: Packing,
  taken: ReadonlyMap<TableName, readonly WeighedFile[]>,
): Promise<Made[]> {
  const { languages } = edition;
  const latest = join(folder, 'latest');
  const book = openTablesBook(join(latest, workbookName), edition);
  const rows = new Map<TableName, number>();
  const forms = new Map<TableName, ReturnType<TableForms['end']>>();
  for (const table of tableNames) {
    const addRow = book.table(table);
    const made = taken.has(table) ? null : openForms(folder, table, languages);
    let count = 0;
    eachRow(csvOf(folder, table), (cells, csv) => {
      addRow(cells);
      made?.take(cells, csv);
      count += 1;
    });
    rows.set(table, count);
    if (made !== null) forms.set(table, made.end());
  }
  book.close(rows);
  await writeParquet(
    [...forms.keys()].map((table) => ({
      csv: csvOf(folder, table),
      parquet: join(latest, `${table}.parquet`),
      columns: columnsOf(table, languages),
    })),
  );
  const described = describeTables(latest, edition, describedTables(rows, weights));
  const all = [
    ...described.map((name) => whole(name, name === archiveName ? 'zip' : 'metadata')),
    whole(workbookName, 'xlsx'),
  ];
  const weighed = (file: IndexedFile) => weigh(folder, file);
  return [
    [keys.get('all') ?? '', all.map(weighed)],
    ...[...forms].map(([table, { json, parts }]): Made => {
      const file = (form: Form) =>
        ofTable(table, form, rows.get(table) ?? 0, columnsOf(table, languages).length);
      return [
        keys.get(table) ?? '',
        [
          { ...file('csv'), ...(weights.get(table) ?? weighFile(csvOf(folder, table))) },
          { ...file('json'), ...json },
          weighed(file('parquet')),
          ...parts,
        ],
      ];
    }),
  ];
}

/** Makes the downloads, or takes over what the last site has of the same. */
async function pack(packing: Packing): Promise<readonly Made[]> {
  const { last, keys } = packing;
  const tables = tableNames.flatMap((table) => {
    const files = last?.take(keys.get(table) ?? '', there) ?? null;
    return files === null ? [] : [[table, files] as const];
  });
  const taken = tables.map(([table, files]): Made => [keys.get(table) ?? '', files]);
  const all = tables.length === tableNames.length ? (last?.take(keys.get('all') ?? '', there) ?? null) : null;
  return all === null
    ? [...taken, ...(await makeAnew(packing, new Map(tables)))]
    : [[keys.get('all') ?? '', all], ...taken];
}

/** What tells, of each table and of all, of what its downloads are made. */
function keysOf(
  weights: Weights,
  { languages, version, publishedOn }: Edition,
  code: string,
): Packing['keys'] {
  const hashOfTable = (table: TableName) => weights.get(table)?.sha256;
  const lists = owners.map(({ list }) => hashOfTable(list));
  const key = (...of: readonly unknown[]) => hashOf(JSON.stringify([code, languages, ...of]));
  return new Map<TableName | 'all', string>([
    ...tableNames.map((table) => [table, key(table, hashOfTable(table), lists)] as const),
    [
      'all',
      key(
        version,
        publishedOn,
        tableNames.map((table) => [table, hashOfTable(table)]),
      ),
    ],
  ]);
}

/**
 * Makes everything else of a folder of public tables: each table in its other forms, those of each department, hall,
 * category, question and chart, what describes them, and the index of all files. It reads nothing but the published CSV files,
 * so that no form can say anything else. What the last site has of the same tables is taken over from there.
 */
export async function packageTables(folder: string, lastFiles: LastFiles | null = null): Promise<void> {
  const edition = editionOf(join(folder, 'latest'), null);
  const last = lastFiles === null ? null : openLast<WeighedFile>(lastFiles, folder);
  const weights = weighTables(folder, tableNames);
  const keys = keysOf(weights, edition, lastFiles?.code ?? '');
  const made = await pack({ folder, edition, last, weights, keys });
  const files = made.flatMap(([, some]) => some);
  writeIndex(
    folder,
    edition,
    files.toSorted((one, other) => rank(one) - rank(other)),
  );
  last?.keep(made);
}

/** Makes of a folder of public tables the archive of the release that they are about to become, and nothing else. */
export function archiveTables(folder: string, issue: Issue, rows: ReadonlyMap<TableName, number>): void {
  const latest = join(folder, 'latest');
  describeTables(latest, editionOf(latest, issue), describedTables(rows, weighTables(folder, rows.keys())));
}
