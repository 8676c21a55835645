import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { run, type Outcome } from '../../src/pipeline/run.ts';
import { encoders } from './read/encode.ts';
import { sheetData, textWorkbook, workbookOf } from './read/workbook/make-workbook.ts';
import { zipFile } from './read/zip-file.ts';

/*
 * One programme whose drops come in every format and dress that staff may have them in. The tables must be the very
 * ones that its plain CSV drops give.
 */

const golden = resolve(import.meta.dirname, '../golden/life-of-findings');
const tables = ['findings', 'finding_events', 'figures', 'changes'];

interface Drop {
  readonly name: string;
  readonly rows: string[][];
}

async function plainDrops(): Promise<Drop[]> {
  const names = (await readdir(join(golden, 'drops'))).sort();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(golden, 'drops', name), 'utf8');
      return {
        name: name.replace('.csv', ''),
        rows: Papa.parse<string[]>(text, { skipEmptyLines: true }).data,
      };
    }),
  );
}

/** A table without the names of the drops that its rows came from: they differ from format to format. */
function withoutDrops(text: string): string {
  return text.replaceAll(/,[^,\r\n]*-corrections[^,\r\n]*$/gm, ',');
}

/** Runs the golden programme on other drops, and compares its tables with the expected ones. */
async function expectSameTables(drops: Readonly<Record<string, Buffer>>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-formats-'));
  try {
    await cp(golden, folder, {
      recursive: true,
      filter: (path) => !/[\\/](?:drops[\\/].+|expected)$/.test(path),
    });
    for (const [name, bytes] of Object.entries(drops)) await writeFile(join(folder, 'drops', name), bytes);
    const outcome = await run({
      data: folder,
      cache: join(folder, 'cache'),
      tables: join(folder, 'tables'),
      version: 'golden',
    });
    expect(outcome.problems.filter(({ code }) => /unknown|bad|missing|damaged/.test(code))).toEqual([]);
    for (const table of tables) {
      const expected = await readFile(join(golden, 'expected', `${table}.csv`), 'utf8');
      const actual = await readFile(join(folder, 'tables', 'latest', `${table}.csv`), 'utf8');
      expect(withoutDrops(actual)).toBe(withoutDrops(expected));
    }
    return outcome;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const csv = (rows: string[][], delimiter = ',') => Papa.unparse(rows, { delimiter, newline: '\r\n' });

/** A table as offices set it: a title, who made it, a blank line; the header again; a total and a note at the end. */
function dressed(rows: readonly string[][]): string[][] {
  const [header = [], ...data] = rows;
  const middle = Math.ceil(data.length / 2);
  return [
    ['2025年体验官问题台账'],
    ['单位：件', '', '填表：办公室'],
    [],
    header,
    ...data.slice(0, middle),
    header,
    ...data.slice(middle),
    ['合计', '', String(data.length)],
    ['注：以上不含乡镇'],
  ];
}

describe('the same drops', () => {
  it.each<{ description: string; make: (drop: Drop) => readonly [string, Buffer] }>([
    {
      description: 'as workbooks',
      make: ({ name, rows }) => [`${name}.xlsx`, textWorkbook('xlsx', { S: rows })],
    },
    {
      description: 'as old workbooks',
      make: ({ name, rows }) => [`${name}.xls`, textWorkbook('biff8', { S: rows })],
    },
    {
      description: 'as workbooks of other programs',
      make: ({ name, rows }) => [`${name}.ods`, textWorkbook('ods', { S: rows })],
    },
    {
      description: 'packed',
      make: ({ name, rows }) => [`${name}.csv.gz`, gzipSync(csv(rows))],
    },
    {
      description: 'in UTF-16 with tabs',
      make: ({ name, rows }) => [`${name}.txt`, encoders['UTF-16LE'](csv(rows, '\t'))],
    },
    {
      description: 'in GB18030 with semicolons, under a title and over a total',
      make: ({ name, rows }) => [`${name}.csv`, encoders.GB18030(csv(dressed(rows), ';'))],
    },
    {
      description: 'as workbooks, under a title and over a total',
      make: ({ name, rows }) => [`${name}.xlsx`, textWorkbook('xlsx', { S: dressed(rows) })],
    },
  ])('$description give the same tables', async ({ make }) => {
    await expectSameTables(Object.fromEntries((await plainDrops()).map(make)));
  });

  it('all in one archive give the same tables', async () => {
    const drops = await plainDrops();
    const members = drops.map(({ name, rows }) => ({ name: `导出/${name}.csv`, content: csv(rows) }));
    await expectSameTables({ 'all.zip': zipFile(members) });
  });

  it('all in one workbook with a cover give the same tables, and the cover is named', async () => {
    const sheets = Object.fromEntries((await plainDrops()).map(({ name, rows }) => [name, rows]));
    const book = textWorkbook('xlsx', { 封面: [['体验官台账'], ['办公室编']], ...sheets });
    const { problems, drops } = await expectSameTables({ '台账.xlsx': book });
    expect(problems.filter(({ code }) => code === 'sheet-passed-over')).toMatchObject([
      { file: '台账.xlsx › 封面', value: '体验官台账, 办公室编' },
    ]);
    expect(drops.map(({ file }) => file)).toEqual([
      '台账.xlsx › 1-findings',
      '台账.xlsx › 2-events',
      '台账.xlsx › 3-corrections',
    ]);
  });

  it('in a workbook with macros and hidden sheets say so, whichever sheet comes first', async () => {
    const [drop] = await plainDrops();
    const others = (await plainDrops())
      .slice(1)
      .map(({ name, rows }) => [`${name}.csv`, Buffer.from(csv(rows))]);
    const book = workbookOf({
      sheets: { 封面: sheetData([['台账']]), 选项: sheetData([['x']]), 台账: sheetData(drop?.rows ?? []) },
      hidden: ['选项'],
      relations: [['vbaProject', 'vbaProject.bin']],
    });
    const { problems } = await expectSameTables({ ...Object.fromEntries(others), '1-台账.xlsm': book });
    const codes = problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['macro-not-run', 'hidden-sheet', 'sheet-passed-over']));
  });

  it('balance, whatever stands beside the data', async () => {
    const drops = (await plainDrops()).map(({ name, rows }) => [
      `${name}.xlsx`,
      textWorkbook('xlsx', { S: dressed(rows) }),
    ]);
    const outcome = await expectSameTables(Object.fromEntries(drops));
    for (const { account } of outcome.drops) {
      const aside = Object.values(account.setAside).reduce((sum, rows) => sum + rows, 0);
      expect(account.read).toBe(account.used + aside);
      expect(account.setAside).toMatchObject({ 'repeated-header': 1, 'total-row': 1, 'note-row': 1 });
    }
  });
});
