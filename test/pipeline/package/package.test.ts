import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as workbooks from '@e965/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileIndex, published, type TableName } from '../../../src/model/published.ts';
import { fileColumns, type FileColumn } from '../../../src/model/table.ts';
import { packageTables } from '../../../src/pipeline/package/package.ts';
import { cutMark, longestText } from '../../../src/pipeline/package/sheet-xml.ts';
import { runFolder, settingsText, writeProgramme } from '../small-programme.ts';

/* Every form is read back by a reader that has nothing to do with the one that wrote it. */

type Row = Record<string, string | number | boolean | null>;

const names = Object.keys(published) as TableName[];
const long = `很长${'长'.repeat(40_000)}`;
const hostile: Readonly<Record<string, string>> = {
  'F-01': '=HYPERLINK("http://x","y")',
  'F-02': '-5 度也开门，“引号”和 "quotes", commas',
  'F-03': '两行\n第二行 & <script>alert(1)</script> _x0041_',
  'F-04': `007`,
  'F-05': long,
  'F-06': '＝1+2',
  'F-07': '𠮷野家 😀 ﷽',
  'F-08': "'=already safe",
};

let folder: string;
let tables: string;

async function tablesOf(text: string): Promise<Row[]> {
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true, newline: '\r\n' }).data;
}

/** What a cell of the CSV is in a form with types. */
function typed({ type }: FileColumn, text: string) {
  if (text === '') return null;
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

/** The rows of a table, from its CSV, with their types. */
async function expected(name: TableName): Promise<Row[]> {
  const rows = await tablesOf(await readFile(join(tables, 'latest', `${name}.csv`), 'utf8'));
  return rows.map((row) =>
    Object.fromEntries(
      fileColumns(published[name], ['zh', 'en']).map((column) => [
        column.name,
        typed(column, String(row[column.name] ?? '')),
      ]),
    ),
  );
}

async function query(sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  return rows as Row[];
}

beforeAll(async () => {
  const findings = Object.entries(hostile).map(([finding_id, title_zh], place) => ({
    finding_id,
    kind: 'problem',
    found_on: '2025-04-21',
    title_zh,
    department: place % 2 === 0 ? 'police' : 'tax',
    hall: 'centre',
    category: 'waiting',
    severity: 'minor',
  }));
  folder = await writeProgramme({
    'programme.yaml': settingsText({ tolerate: '[formula-in-cell, markup-in-cell]' }),
    'drops/1.csv': Papa.unparse(findings),
    'drops/2.csv': 'finding_id,event,on\nF-01,claimed,2025-05-02\nF-01,confirmed,2025-05-09\n',
  });
  const { outcome } = await runFolder(folder);
  expect(outcome.published).toBe(true);
  tables = join(folder, 'tables');
  await packageTables(tables);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the forms of the tables', () => {
  it.each(names)('hold the rows of %s: JSON', async (name) => {
    const rows = JSON.parse(await readFile(join(tables, 'latest', `${name}.json`), 'utf8')) as Row[];
    expect(rows).toEqual(await expected(name));
  });

  it.each(names)('hold the rows of %s: Parquet, with dates as dates', async (name) => {
    const path = join(tables, 'latest', `${name}.parquet`);
    const rows = await query(`SELECT * FROM read_parquet('${path}')`);
    // Whole numbers of 64 bits come as text.
    const integers = new Set(
      published[name].columns.filter(({ type }) => type === 'integer').map((column) => column.name as string),
    );
    const plain = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          integers.has(column) && value !== null ? Number(value) : value,
        ]),
      ),
    );
    expect(plain).toEqual(await expected(name));
    const kinds = await query(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('${path}'))`,
    );
    for (const { name: column, type } of fileColumns(published[name], ['zh', 'en']))
      if (type === 'date') expect(kinds).toContainEqual({ column_name: column, column_type: 'DATE' });
  });

  it.each(names)('hold the rows of %s: the workbook, with dates as dates and ids as text', async (name) => {
    const book = workbooks.read(await readFile(join(tables, 'latest', 'tables.xlsx')));
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    const [header, ...lines] = workbooks.utils.sheet_to_json<(string | number | boolean | null)[]>(sheet, {
      header: 1,
      defval: null,
      UTC: true,
    });
    const columns = fileColumns(published[name], ['zh', 'en']);
    expect(header).toEqual(columns.map((column) => column.name));
    const cut = (value: Row[string]) =>
      typeof value === 'string' && value.length > longestText
        ? `${value.slice(0, longestText - cutMark.length)}${cutMark}`
        : value;
    const wanted = (await expected(name)).map((row) =>
      columns.map((column) => {
        const value = row[column.name] ?? null;
        if (value === null || column.type !== 'date') return cut(value);
        return Date.parse(`${value as string}T00:00:00Z`) / 86_400_000 + 25_569;
      }),
    );
    expect(lines).toEqual(wanted);
  });

  it('let nothing run as a formula in the workbook', async () => {
    const book = workbooks.read(await readFile(join(tables, 'latest', 'tables.xlsx')), { cellFormula: true });
    for (const sheet of Object.values(book.Sheets))
      for (const [place, cell] of Object.entries(sheet))
        if (!place.startsWith('!')) {
          expect((cell as workbooks.CellObject).f).toBeUndefined();
          if ((cell as workbooks.CellObject).t === 's')
            expect(String((cell as workbooks.CellObject).v)).not.toMatch(/^[=+@]/);
        }
  });

  it('begin the workbook with a cover, notes and the dictionary, in both languages', async () => {
    const book = workbooks.read(await readFile(join(tables, 'latest', 'tables.xlsx')));
    expect(book.SheetNames.slice(0, 4)).toEqual(['封面 Cover', '说明 Notes', '字典 Dictionary', 'findings']);
    const text = (name: string) => workbooks.utils.sheet_to_csv(book.Sheets[name] ?? {});
    expect(text('封面 Cover')).toContain('小市体验官');
    expect(text('封面 Cover')).toContain('Small City Officers');
    expect(text('封面 Cover')).toContain('2025-06-30');
    expect(text('说明 Notes')).toContain('空格从来不是零');
    expect(text('字典 Dictionary')).toContain('findings,found_on,date');
  });

  it('are the same CSV for DuckDB, types and all', async () => {
    const columns = "{finding_id: 'VARCHAR', found_on: 'DATE'}";
    const rows = await query(
      `SELECT finding_id, CAST(found_on AS VARCHAR) AS found_on, title_zh FROM read_csv('${join(tables, 'latest', 'findings.csv')}', header = true, types = ${columns}, max_line_size = 10000000) ORDER BY finding_id`,
    );
    expect(rows.map((row) => row['title_zh'])).toEqual(
      (await expected('findings')).map((row) => row['title_zh']),
    );
  });

  it('are the same bytes whenever and in whatever zone they are made', async () => {
    const hash = async (file: string) =>
      createHash('sha256')
        .update(await readFile(join(tables, file)))
        .digest('hex');
    const files = ['latest/tables.xlsx', 'latest/findings.parquet', 'latest/figures.json', 'index.csv'];
    const first = await Promise.all(files.map(hash));
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Apia';
    try {
      await packageTables(tables);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(await Promise.all(files.map(hash))).toEqual(first);
  });
});

describe('the tables of one department', () => {
  const own = async (file: string) => tablesOf(await readFile(join(tables, 'departments', file), 'utf8'));

  it('hold its findings and figures, and no others', async () => {
    expect((await own('police/findings.csv')).map((row) => row['finding_id'])).toEqual([
      'F-01',
      'F-03',
      'F-05',
      'F-07',
    ]);
    expect(await own('hrss/findings.csv')).toEqual([]);
    const subjects = (await own('tax/figures.csv')).map(
      (row) => `${row['subject_kind']} ${row['subject_id']}`,
    );
    expect([...new Set(subjects)]).toEqual(['department tax']);
  });

  it('hold the same in JSON', async () => {
    const rows = JSON.parse(
      await readFile(join(tables, 'departments', 'police', 'findings.json'), 'utf8'),
    ) as Row[];
    const all = await expected('findings');
    expect(rows).toEqual(all.filter((row) => row['department_id'] === 'police'));
  });
});

describe('index.csv', () => {
  it('names every file there is, with its size, hash and rows', async () => {
    const rows = Papa.parse<Record<string, string>>(await readFile(join(tables, 'index.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const there = (await readdir(tables, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(tables.length + 1))
      .filter((file) => file !== 'index.csv');
    expect(rows.map((row) => row['file']).sort()).toEqual(there.sort());
    expect(Object.keys(rows[0] ?? {})).toEqual(fileIndex.columns.map(({ name }) => name));
    for (const row of rows) {
      const bytes = await readFile(join(tables, row['file'] ?? ''));
      expect(row['bytes']).toBe(String(bytes.length));
      expect(row['sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(rows.find((row) => row['file'] === 'halls/centre/findings.csv')).toMatchObject({
      table: 'findings',
      subject_kind: 'hall',
      subject_id: 'centre',
      rows: '8',
      data_to: '2025-06-30',
    });
  });
});
