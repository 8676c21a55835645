import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemText, type Problem } from '../../../../src/model/problem.ts';
import { cellsOf, readBytes, type WholeSheet } from '../read-sheets.ts';
import { zipFile } from '../zip-file.ts';
import {
  compoundFile,
  excel95Workbook,
  remarkableWorkbook,
  sheetData,
  textWorkbook,
  workbookOf,
  type WorkbookParts,
} from './make-workbook.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const rows = [
  ['编号', '标题', '日期'],
  ['001', '等候太久', '2025-03-01'],
  ['002', '多行\n文字 & <b>', ''],
];

async function sheetsOf(bytes: Buffer): Promise<WholeSheet[]> {
  const sheets = await readBytes(folder, '清单.xlsx', bytes);
  if ('code' in sheets) throw new Error(`${sheets.code} ${JSON.stringify(sheets.detail)}`);
  return sheets;
}

const codes = (sheet: WholeSheet | undefined) =>
  sheet?.noticed.map(({ code, value, detail }) => [code, value, detail]);

describe.each([
  { kind: 'xlsx', name: 'xlsx' },
  { kind: 'xlsb', name: 'xlsb' },
  { kind: 'biff8', name: 'xls' },
  { kind: 'ods', name: 'ods' },
] as const)('a workbook as $name', ({ kind, name }) => {
  it('gives each sheet as a table of text, ids with their zeros, and passes over empty ones', async () => {
    const sheets = await sheetsOf(textWorkbook(kind, { 一月: rows, 空: [[]], 二月: [['a'], [], ['b']] }));
    expect(sheets).toMatchObject([
      { file: '清单.xlsx › 一月', encoding: name, proof: 'workbook', head: rows, noticed: [] },
      {
        file: '清单.xlsx › 二月',
        head: [['a'], [''], ['b']],
        rows: [
          [1, 'a'],
          [3, 'b'],
        ],
      },
    ]);
    expect(sheets[0]?.rows).toEqual(rows.map((row, place) => [place + 1, ...row]));
  });

  it('is read out of a zip archive and a gzip file too', async () => {
    const book = textWorkbook(kind, { Sheet1: rows });
    expect(await readBytes(folder, 'all.zip', zipFile([{ name: `a.${name}`, content: book }]))).toMatchObject(
      [{ file: `all.zip › a.${name} › Sheet1`, head: rows }],
    );
    expect(await readBytes(folder, `a.${name}.gz`, gzipSync(book))).toMatchObject([
      { file: `a.${name}.gz › a.${name} › Sheet1`, head: rows },
    ]);
  });

  it('is a problem, never a crash, when it breaks off', async () => {
    const book = textWorkbook(kind, { Sheet1: rows });
    for (const share of [0.2, 0.5, 0.9]) {
      const result = await readBytes(folder, 'a', book.subarray(0, Math.floor(book.length * share)));
      expect('code' in result || result.length > 0).toBe(true);
    }
  });
});

describe.each(['xlsb', 'biff8', 'ods'] as const)('a damaged workbook of the kind %s', (kind) => {
  it('is told in words, wherever it is cut off or written over', async () => {
    const book = textWorkbook(kind, { Sheet1: rows });
    const cut = [0.02, 0.1, 0.5, 0.9].map((share) => book.subarray(0, Math.floor(book.length * share)));
    const writtenOver = [0.05, 0.2, 0.4, 0.6, 0.8].map((share) => {
      const at = Math.floor(book.length * share);
      return Buffer.concat([book.subarray(0, at), Buffer.alloc(200, 0xc3), book.subarray(at + 200)]);
    });
    for (const bytes of [...cut, ...writtenOver]) {
      const result = await readBytes(folder, 'a', bytes);
      if (!('code' in result)) continue;
      const { what } = problemText(result, 'zh');
      expect(what).not.toMatch(/undefined|[A-Z]?[a-z]+ [a-z]+/);
    }
  });
});

describe('a workbook of Excel 95 in code page 936', () => {
  it('gives its Chinese', async () => {
    expect(await sheetsOf(excel95Workbook('等候太久'))).toMatchObject([
      {
        encoding: 'xls',
        head: [
          ['id', 'title'],
          ['001', '等候太久'],
        ],
      },
    ]);
  });
});

/** The cells of the first sheet of a workbook whose rows are given as XML. */
async function cellsOfXml(xml: string, more: Partial<WorkbookParts> = {}): Promise<string[][]> {
  return await cellsOf(
    folder,
    'a.xlsx',
    workbookOf({ sheets: { S: `<sheetData>${xml}</sheetData>` }, ...more }),
  );
}

describe('a cell of an .xlsx', () => {
  it.each<{ description: string; cells: string; expected: string[]; more?: Partial<WorkbookParts> }>([
    {
      description: 'shares its text, and a text may have several looks and the readings of its hanzi',
      cells: '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>',
      more: {
        texts:
          '<si><t>整改</t></si><si><r><t>办</t></r><r><t>结</t></r><rPh sb="0" eb="1"><t>ban</t></rPh></si>',
      },
      expected: ['整改', '办结'],
    },
    {
      description: 'says by its name in which column it stands',
      cells: '<c r="B1"><v>1</v></c><c r="D1"><v>2</v></c>',
      expected: ['', '1', '', '2'],
    },
    {
      description: 'holds a number',
      cells: '<c><v>0.30000000000000004</v></c><c><v>1E21</v></c><c><v>1e-7</v></c>',
      expected: ['0.3', '1000000000000000000000', '0.0000001'],
    },
    {
      description: 'holds a truth',
      cells: '<c t="b"><v>1</v></c><c t="b"><v>0</v></c>',
      expected: ['TRUE', 'FALSE'],
    },
    {
      description: 'escapes what XML cannot hold',
      cells: '<c t="inlineStr"><is><t>一_x000D_二 _x005F_x000D_</t></is></c>',
      expected: ['一\r二 _x000D_'],
    },
    {
      description: 'holds a day, a day with its time, a time, a month',
      cells:
        '<c s="1"><v>45717</v></c><c s="2"><v>45717.5</v></c><c s="3"><v>0.75</v></c><c s="4"><v>45717</v></c>',
      more: { formats: ['yyyy/m/d', 'yyyy-mm-dd hh:mm', 'h:mm', 'yyyy&quot;年&quot;m&quot;月&quot;'] },
      expected: ['2025-03-01', '2025-03-01 12:00:00', '18:00:00', '2025-03'],
    },
    {
      description: 'counts its days from 1904 if the workbook says so',
      cells: '<c s="1"><v>44255</v></c>',
      more: { formats: ['yyyy/m/d'], since1904: true },
      expected: ['2025-03-01'],
    },
    {
      description: 'knows the leap day that 1900 never had',
      cells:
        '<c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c><c s="1"><v>0</v></c>',
      more: { formats: ['yyyy/m/d'] },
      expected: ['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '1900-01-00'],
    },
    {
      description: 'shows a percentage, a padded number, a time that passed',
      cells: '<c s="1"><v>0.855</v></c><c s="2"><v>42</v></c><c s="3"><v>1.5</v></c>',
      more: { formats: ['0.0%', '000000', '[h]:mm'] },
      expected: ['85.5%', '000042', '36:00:00'],
    },
    {
      description: 'holds an ISO date',
      cells: '<c t="d"><v>2025-03-01T08:30:00.000Z</v></c>',
      expected: ['2025-03-01 08:30:00'],
    },
    {
      description: 'of a formula holds the result that was saved',
      cells: '<c t="str"><f>A1&amp;B1</f><v>甲乙</v></c><c><f>1+1</f><v>2</v></c>',
      expected: ['甲乙', '2'],
    },
    {
      description: 'with an error holds nothing',
      cells: '<c><v>1</v></c><c t="e"><v>#N/A</v></c><c><v>2</v></c>',
      expected: ['1', '', '2'],
    },
  ])('$description', async ({ cells, expected, more = {} }) => {
    expect(await cellsOfXml(`<row>${cells}</row>`, more)).toEqual([expected]);
  });

  it('keeps its row number across rows that are not there', async () => {
    const sheet = `<sheetData><row r="3"><c><v>1</v></c></row><row r="70"><c><v>2</v></c></row></sheetData>`;
    expect(await sheetsOf(workbookOf({ sheets: { S: sheet } }))).toMatchObject([
      {
        rows: [
          [3, '1'],
          [70, '2'],
        ],
        head: [[''], [''], ['1']],
      },
    ]);
  });
});

describe('a workbook says what was not done with it', () => {
  it('counts formulas, errors and hidden rows, and names the first of each', async () => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
      <row r="2" hidden="1"><c r="A2"><f>1</f><v>1</v></c><c r="B2"><f>2</f><v>2</v></c></row>
      <row r="3" hidden="true"><c r="A3" t="e"><f>NA()</f><v>#N/A</v></c></row></sheetData>`;
    const [first] = await sheetsOf(workbookOf({ sheets: { S: sheet } }));
    expect(codes(first)).toEqual([
      ['formula-not-run', '2', 'A2'],
      ['error-in-cell', '1', 'A3'],
      ['hidden-rows', '2', '2'],
    ]);
  });

  it.each(['xlsx', 'xlsb'] as const)('finds them in an %s that another program wrote', async (kind) => {
    const [sheet] = await sheetsOf(remarkableWorkbook(kind));
    expect(sheet?.rows).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '', '5', '2025-03-01'],
    ]);
    const expected = ['hidden-sheet', 'error-in-cell', 'hidden-rows', 'merged-cells'];
    expect(sheet?.noticed.map(({ code }) => code)).toEqual(expect.arrayContaining(expected));
  });

  it('names a formula whose result the file does not hold', async () => {
    const [first] = await sheetsOf(
      workbookOf({
        sheets: {
          S: '<sheetData><row r="5"><c r="A5"><v>1</v></c><c r="AB5"><f>A5</f></c></row></sheetData>',
        },
      }),
    );
    expect(codes(first)).toEqual([['formula-without-result', '1', 'AB5']]);
  });

  it('names macros, links and hidden sheets once, with the first sheet', async () => {
    const book = workbookOf({
      sheets: { 选项: sheetData([['x']]), 一: sheetData(rows), 二: sheetData(rows) },
      hidden: ['选项'],
      relations: [
        ['vbaProject', 'vbaProject.bin'],
        ['externalLink', 'externalLinks/externalLink1.xml'],
      ],
    });
    const [first, second] = await sheetsOf(book);
    expect(codes(first)).toEqual([
      ['macro-not-run', undefined, undefined],
      ['link-not-followed', undefined, undefined],
      ['hidden-sheet', '选项', undefined],
    ]);
    expect(codes(second)).toEqual([]);
  });
});

describe('merged cells', () => {
  const merge = (...ranges: string[]) =>
    `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

  it('in a header of two rows write the name of the group over each of its columns, and names of both rows in both', async () => {
    const data = sheetData([
      ['满意度调查', '', '', ''],
      ['编号', '等候', '', '态度'],
      ['', '时间', '座位', ''],
      ['甲', '1', '2', '3'],
    ]);
    const [sheet] = await sheetsOf(workbookOf({ sheets: { S: data + merge('A1:D1', 'A2:A3', 'B2:C2') } }));
    expect(sheet?.head.slice(0, 3)).toEqual([
      ['满意度调查', '满意度调查', '满意度调查', '满意度调查'],
      ['编号', '等候', '等候', '态度'],
      ['编号', '时间', '座位', ''],
    ]);
    expect(sheet?.rows.slice(0, 3).map(([, ...cells]) => cells)).toEqual(sheet?.head.slice(0, 3));
  });

  it('are not needed: a header of two rows of text reads the same without', async () => {
    const rows = [
      ['编号', '内容', '办理情况', ''],
      ['', '', '部门', '日期'],
      ['B1', '等候太久', '税务局', '四月'],
    ];
    const [sheet] = await sheetsOf(workbookOf({ sheets: { S: sheetData(rows) } }));
    const merges = merge('A1:A2', 'B1:B2', 'C1:D1');
    const [merged] = await sheetsOf(workbookOf({ sheets: { S: sheetData(rows) + merges } }));
    expect(sheet?.rows[1]).toEqual([2, '编号', '内容', '部门', '日期']);
    expect(sheet?.rows).toEqual(merged?.rows);
    expect(codes(sheet)).toEqual([]);
  });

  it('among the data are not filled in, and said', async () => {
    const cell = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const data = `<sheetData><row r="1">${cell('A1', '部门')}${cell('B1', '件数')}</row>
      <row r="2">${cell('A2', '人社局')}<c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row></sheetData>`;
    const [sheet] = await sheetsOf(workbookOf({ sheets: { S: data + merge('A2:A3') } }));
    expect(sheet?.rows.at(-1)).toEqual([3, '', '2']);
    expect(codes(sheet)).toEqual([['merged-cells', '1', 'A2']]);
  });

  it('among data that are nothing but text are said, too, and a header of two rows and a title are not', async () => {
    const data = sheetData([
      ['问题清单', '', '', ''],
      ['', '', '', ''],
      ['部门', '时间', '', '标题'],
      ['', '发现', '反馈', ''],
      ['人社局', '四月', '五月', '等候太久'],
      ['', '五月', '五月', '指南不清'],
      ['', '五月', '六月', '系统打不开'],
    ]);
    const merges = merge('A1:D2', 'A3:A4', 'B3:C3', 'D3:D4', 'A5:A7');
    const [sheet] = await sheetsOf(workbookOf({ sheets: { S: data + merges } }));
    expect(codes(sheet)).toEqual([['merged-cells', '1', 'A5']]);
  });
});

describe('a workbook is refused', () => {
  it.each<{ description: string; bytes: () => Buffer; expected: Partial<Problem> }>([
    {
      description: 'for an attack by entities',
      bytes: () =>
        workbookOf({
          sheets: { S: sheetData(rows) },
          prologue: '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>',
        }),
      expected: { code: 'unsafe-xml' },
    },
    {
      description: 'for an entity that nobody declared',
      bytes: () => workbookOf({ sheets: { S: sheetData([['xxe']]).replace('xxe', '&xxe;') } }),
      expected: { code: 'damaged-file' },
    },
    {
      description: 'for a password',
      bytes: () => compoundFile(['EncryptedPackage', 'EncryptionInfo']),
      expected: { code: 'encrypted-file' },
    },
    {
      description: 'when it is a document under the name of a workbook',
      bytes: () => compoundFile(['WordDocument']),
      expected: { code: 'unknown-format' },
    },
    {
      description: 'for a cell beyond all columns',
      bytes: () =>
        workbookOf({ sheets: { S: '<sheetData><row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>' } }),
      expected: { code: 'too-many-columns', row: 9 },
    },
    ...[
      {
        description: 'for a cell without end',
        sheet: `<sheetData><row r="1"><c><v>${'1'.repeat(1_100_000)}</v></c></row></sheetData>`,
      },
      {
        description: 'for elements within elements without end',
        sheet: `<sheetData>${'<x>'.repeat(200)}${'</x>'.repeat(200)}</sheetData>`,
      },
      {
        description: 'for an element with attributes without end',
        sheet: `<sheetData><row ${Array.from({ length: 300 }, (_, place) => `a${place}="1"`).join(' ')}/></sheetData>`,
      },
      {
        description: 'for merged blocks without end',
        sheet: `${sheetData(rows)}<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(100_001)}</mergeCells>`,
      },
    ].map(({ description, sheet }) => ({
      description,
      bytes: () => workbookOf({ sheets: { S: sheet } }),
      expected: { code: 'damaged-file' } as const,
    })),
    {
      description: 'for formulas beyond all columns',
      bytes: () =>
        workbookOf({ sheets: { S: `<sheetData><row>${'<c><f/></c>'.repeat(5001)}</row></sheetData>` } }),
      expected: { code: 'too-many-columns', row: 1 },
    },
    {
      description: 'for rows in disorder',
      bytes: () =>
        workbookOf({
          sheets: {
            S: '<sheetData><row r="9"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row></sheetData>',
          },
        }),
      expected: { code: 'damaged-file' },
    },
    {
      description: 'for a text that is not there',
      bytes: () => workbookOf({ sheets: { S: '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>' } }),
      expected: { code: 'damaged-file' },
    },
    {
      description: 'when nothing stands in it',
      bytes: () => textWorkbook('xlsx', { S: [[]] }),
      expected: { code: 'empty-file' },
    },
    {
      description: 'when an .ods repeats a cell without end',
      bytes: () =>
        zipFile([
          { name: 'META-INF/manifest.xml', content: '<m/>' },
          {
            name: 'content.xml',
            content:
              '<o:d xmlns:o="o" xmlns:table="t" xmlns:office="f"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float"/></table:table-row></o:d>',
          },
        ]),
      expected: { code: 'too-many-cells' },
    },
    {
      description: 'when an .ods has a password',
      bytes: () =>
        zipFile([
          { name: 'META-INF/manifest.xml', content: '<m><manifest:encryption-data/></m>' },
          { name: 'content.xml', content: 'x' },
        ]),
      expected: { code: 'encrypted-file' },
    },
  ])('$description', async ({ bytes, expected }) => {
    expect(await readBytes(folder, 'a.xlsx', bytes())).toMatchObject(expected);
  });
});
