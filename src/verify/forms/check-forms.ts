import { counted } from '../../model/counted.ts';
import { tableOfChart } from '../../model/chart-file.ts';
import { published, type TableName } from '../../model/published.ts';
import type { Table } from '../../model/table.ts';
import { readCodebook, type DeclaredColumn } from '../codebook.ts';
import type { Difference, SiteFiles } from '../difference.ts';
import { csvRows, jsonRows, sharedTexts, sheetRows, type FormRows, type Wanted } from './form-rows.ts';
import { openParquet, type ParquetReader } from './open-parquet.ts';
import { unzip } from './zip-file.ts';

const latest = 'data/latest';

/** The table that repeats what was told of what is withheld: all of its rows matter. */
const repeating: TableName = 'last_told';

/** That table, and those that can hold rows that are withheld. */
const tables = (Object.keys(published) as TableName[]).filter(
  (name) =>
    name === repeating ||
    (published[name] as Table).columns.some(
      (column) => column.name === 'status' && column.codes?.some(({ code }) => code === 'withheld'),
    ),
);

/** Another form of a table, or another copy of it. */
interface Copy extends FormRows {
  readonly where: string;
}

function difference(where: string, expected: string, found: string): Difference {
  return { check: 'copy', where, expected, found };
}

/** What a copy has otherwise than the table itself. */
function compare(own: FormRows, { where, count, rows }: Copy): Difference[] {
  if (count !== own.count) return [difference(where, counted(own.count, 'row'), counted(count, 'row'))];
  const left = Map.groupBy(own.rows, (row) => row);
  for (const row of rows) {
    const same = left.get(row);
    if (same === undefined || same.length === 0)
      return [difference(where, 'the rows of the table', readable(row))];
    same.pop();
  }
  const missing = [...left.values()].find(({ length }) => length > 0)?.[0];
  return missing === undefined ? [] : [difference(where, readable(missing), 'no such row')];
}

const readable = (row: string) => row.replaceAll('\u001f', ',');

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** The rows of a table in a workbook: a long table has more than one sheet. */
type BookRows = (table: TableName, columns: readonly DeclaredColumn[], wanted: Wanted) => Promise<FormRows>;

const bookName = `${latest}/tables.xlsx`;

/** Opens the workbook: the list of its sheets, and the texts that they share, are read once. */
async function openBook(book: Uint8Array): Promise<BookRows> {
  const contents = 'xl/workbook.xml';
  const texts = 'xl/sharedStrings.xml';
  const found = await unzip(book, (name) => name === contents || name === texts);
  const list = textOf(found.get(contents) ?? new Uint8Array());
  const shared = sharedTexts(found.get(texts) ?? new Uint8Array());
  return async (table, columns, wanted) => {
    const names = [...list.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].flatMap(
      ([, name = '', number]) =>
        name.replace(/ \d+$/, '') === table ? [`xl/worksheets/sheet${number}.xml`] : [],
    );
    const sheets = await unzip(book, (name) => names.includes(name));
    const parts = names.map((name) =>
      sheetRows(sheets.get(name) ?? new Uint8Array(), columns, wanted, shared),
    );
    return {
      count: parts.reduce((sum, { count }) => sum + count, 0),
      rows: parts.flatMap(({ rows }) => rows),
    };
  };
}

/** The other forms of a table, as far as they are there. */
async function copiesOf(
  files: SiteFiles,
  table: TableName,
  columns: readonly DeclaredColumn[],
  wanted: Wanted,
  parquet: ParquetReader,
  book: BookRows | null,
): Promise<Copy[]> {
  const copies: Copy[] = [];
  const read = async (name: string, rows: (bytes: Uint8Array) => FormRows | Promise<FormRows>) => {
    if (files.names.includes(name))
      copies.push({ where: `${name}, ${table}`, ...(await rows(await files.read(name))) });
  };
  await read(`${latest}/${table}.json`, (bytes) => jsonRows(bytes, columns, wanted));
  await read(`${latest}/${table}.parquet`, (bytes) => parquet.rows(bytes, columns, wanted));
  if (book !== null) copies.push({ where: `${bookName}, ${table}`, ...(await book(table, columns, wanted)) });
  return copies;
}

/** The tables of one department, hall, question or chart: their rows are rows of the whole, in both forms. */
async function checkOwn(
  files: SiteFiles,
  table: TableName,
  columns: readonly DeclaredColumn[],
  whole: ReadonlySet<string>,
  wanted: Wanted,
): Promise<Difference[]> {
  const own = files.names.filter(
    (name) => /^data\/[a-z]+\/[^/]+/.test(name) && !/^data\/(?:releases|latest)\//.test(name),
  );
  const differences: Difference[] = [];
  for (const name of own.filter((one) => one.endsWith(`/${table}.csv`) || tableOfChart(one) === table)) {
    const bytes = await files.read(name);
    const text = textOf(bytes);
    const rows = csvRows(bytes, columns, wanted);
    const stranger = text.split('\r\n').find((line) => line !== '' && !whole.has(line));
    if (stranger !== undefined) differences.push(difference(name, `a row of ${table}.csv`, stranger));
    const json = name.replace(/\.csv$/, '.json');
    if (files.names.includes(json))
      differences.push(
        ...compare(rows, { where: json, ...jsonRows(await files.read(json), columns, wanted) }),
      );
  }
  return differences;
}

/** The archive holds the very files that lie beside it. */
async function checkArchive(files: SiteFiles, names: readonly string[]): Promise<Difference[]> {
  const archive = `${latest}/all.zip`;
  if (!files.names.includes(archive)) return [];
  const found = await unzip(await files.read(archive), (name) => names.includes(name));
  const differences: Difference[] = [];
  for (const name of names) {
    const beside = await files.read(`${latest}/${name}`);
    if (found.get(name)?.equals(beside) !== true)
      differences.push(difference(`${archive}, ${name}`, `the bytes of ${latest}/${name}`, 'others'));
  }
  return differences;
}

/**
 * Every form and every copy of a table that can hold withheld rows says what its CSV says: JSON, Parquet, workbook, archive,
 * and the tables of each department, hall and question. Of a large site only the withheld rows need be compared, and how
 * many rows there are: a number in the place of a withheld one would show in either. A table that the site's version did not
 * have is none of them.
 */
export async function checkForms(files: SiteFiles, wanted: Wanted): Promise<Difference[]> {
  const codebook = await readCodebook(files);
  const declared = tables.filter((table) => codebook.has(table));
  const differences: Difference[] = [];
  const book = files.names.includes(bookName) ? await openBook(await files.read(bookName)) : null;
  const parquet = await openParquet();
  try {
    for (const table of declared) {
      const columns = codebook.get(table) ?? [];
      const bytes = await files.read(`${latest}/${table}.csv`);
      const hidden = table === repeating ? 'all' : 'withheld';
      const compared = wanted === 'all' ? wanted : hidden;
      const own = csvRows(bytes, columns, compared);
      for (const copy of await copiesOf(files, table, columns, compared, parquet, book))
        differences.push(...compare(own, copy));
      const whole = new Set(textOf(bytes).split('\r\n'));
      differences.push(...(await checkOwn(files, table, columns, whole, hidden)));
    }
  } finally {
    await parquet.close();
  }
  return [
    ...differences,
    ...(await checkArchive(
      files,
      declared.map((table) => `${table}.csv`),
    )),
  ];
}
