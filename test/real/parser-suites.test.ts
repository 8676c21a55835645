import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellsOf as cellsInBytes, readSheets, type WholeSheet } from '../pipeline/read/read-sheets.ts';
import { textWorkbook } from '../pipeline/read/workbook/make-workbook.ts';
import { hasSharedData, realFile } from './shared-data.ts';

/** The sheets of a real file, which must be readable. */
async function sheetsOf(name: string): Promise<WholeSheet[]> {
  const sheets = await readSheets(realFile(name), 'drop');
  if ('code' in sheets) throw new Error(`${name}: ${sheets.code}`);
  return sheets;
}

const cellsOf = (sheet: WholeSheet | undefined) => (sheet?.rows ?? []).map(([, ...cells]) => cells);

describe.skipIf(!hasSharedData)('csv-spectrum', () => {
  const names = hasSharedData ? readdirSync(realFile('csv-spectrum/csvs')) : [];

  it.each(names)('%s is read as its JSON says', async (name) => {
    const [sheet] = await sheetsOf(`csv-spectrum/csvs/${name}`);
    const [header = [], ...rows] = cellsOf(sheet);
    const expected: unknown = JSON.parse(
      readFileSync(realFile(`csv-spectrum/json/${name.replace('.csv', '.json')}`), 'utf8'),
    );
    const read = rows.map((cells) =>
      Object.fromEntries(header.map((column, position) => [column, cells[position] ?? ''])),
    );
    // The published JSON of newlines_crlf has its line breaks normalised.
    const plain = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replaceAll('\\r\\n', '\\n')) as unknown;
    expect(plain(read)).toEqual(plain(Array.isArray(expected) ? expected : [expected]));
  });
});

/** How a file of the horrors reads: its encoding, its rows (blank lines of a text included), its width; or why it is refused. */
const horrors: readonly (readonly [string, string, number?, number?])[] = [
  ['badcolspan.html', 'unknown-format'],
  ['begrotingsanalyse-2011.csv', 'utf-8', 43, 20],
  ['bian-anal-mca-2005-dols-eng-1011-0312-tab3.xlsm', 'xlsx', 41, 4],
  ['blank_line.ods', 'ods', 4, 3],
  ['characters.csv', 'big5', 383, 18],
  ['complex.csv', 'utf-8', 4, 4],
  ['complex.html', 'unknown-format'],
  ['encrypted_no_password.xls', 'encrypted-file'],
  ['example.tsv', 'utf-8', 141, 17],
  ['excel_pasting.csv', 'utf-8', 21, 9],
  ['excel_properties.xls', 'xls', 18, 1],
  ['html.html', 'unknown-format'],
  ['invisible_text.html', 'unknown-format'],
  ['large.xlsx', 'xlsx', 34, 11],
  ['libreoffice.xlsx', 'empty-file'],
  ['loffice-4.4.1.2.ods', 'ods', 4, 3],
  ['long.csv', 'utf-8', 4000, 1],
  ['mixedGLB.csv', 'utf-8', 137, 19],
  ['multilineods.ods', 'ods', 1, 1],
  ['null.csv', 'utf-8', 10, 4],
  ['ods_formats.ods', 'ods', 6, 10],
  ['rowcolspan.html', 'unknown-format'],
  ['simple.csv', 'utf-8', 7, 3],
  ['simple.ods', 'ods', 4, 3],
  ['simple.psv', 'utf-8', 29, 6],
  ['simple.ssv', 'utf-8', 7, 3],
  ['simple.unknown', 'empty-file'],
  ['simple.xls', 'xls', 7, 3],
  ['simple.xlsx', 'xlsx', 7, 3],
  ['simple.zip', 'utf-8', 7, 3],
  ['skip_initials.csv', 'utf-8', 3, 2],
  ['small.csv', 'utf-8', 1, 1],
  ['span_rich.xls', 'xls', 6, 4],
  ['spanish_chars.csv', 'windows-1252', 117, 8],
  ['sparse_with_column_errors.csv', 'windows-1252', 2238, 4],
  ['sw_gen.xlsx', 'xlsx', 16, 17],
  ['unicode_sheet_name.xls', 'xls', 1, 1],
  ['utf-16le_encoded.csv', 'utf-16le', 328, 19],
  ['utf8bom.csv', 'utf-8', 1, 2],
  ['weird_head_padding.csv', 'utf-8', 94, 1],
];

describe.skipIf(!hasSharedData)('messytables-horror', () => {
  it.each(horrors)('%s is read as %s', async (name, said, rows, width) => {
    const result = await readSheets(realFile(`messytables-horror/horror/${name}`), 'drop');
    if ('code' in result) {
      expect([result.code, undefined]).toEqual([said, rows]);
      return;
    }
    const [sheet, ...others] = result;
    expect(others).toEqual([]);
    expect([sheet?.encoding, sheet?.rows.length, sheet?.head[0]?.length]).toEqual([said, rows, width]);
  });

  it('are all named here', () => {
    const there = readdirSync(realFile('messytables-horror/horror')).filter((name) => name !== 'README.md');
    expect(horrors.map(([name]) => name)).toEqual(there.sort());
  });

  it('one table reads the same from text, workbooks old and new, and an archive', async () => {
    const [text] = await sheetsOf('messytables-horror/horror/simple.csv');
    for (const name of ['simple.xls', 'simple.xlsx', 'simple.zip', 'simple.ssv']) {
      const [sheet] = await sheetsOf(`messytables-horror/horror/${name}`);
      expect([name, cellsOf(sheet)]).toEqual([name, cellsOf(text)]);
    }
  });

  it('says what it did not do with a workbook full of links, formulas and hidden sheets', async () => {
    const [sheet] = await sheetsOf('messytables-horror/horror/large.xlsx');
    expect(sheet?.noticed.map(({ code, value }) => [code, value])).toEqual([
      ['link-not-followed', undefined],
      ['hidden-sheet', 'data'],
      ['hidden-sheet', 'criteria'],
      ['formula-not-run', '198'],
    ]);
  });

  it('gives the values of an .ods as a person sees them', async () => {
    const [sheet] = await sheetsOf('messytables-horror/horror/ods_formats.ods');
    expect(cellsOf(sheet)[1]).toEqual([
      '2014-11-11',
      '11:12:12',
      'TRUE',
      '11.11',
      '1',
      '200%',
      '3',
      '100000',
      '1.25',
      'abc',
    ]);
  });

  it('reads the Big5 file as Chinese, which as GB18030 would be nonsense without a complaint', async () => {
    const [sheet] = await sheetsOf('messytables-horror/horror/characters.csv');
    expect(sheet).toMatchObject({ proof: 'letters' });
    expect(cellsOf(sheet)[1]?.[2]).toBe('雲嘉南濱海國家風景區管理處');
    expect(cellsOf(sheet).every(({ length }) => length === 18)).toBe(true);
  });
});

describe.skipIf(!hasSharedData)('papaparse-tests', () => {
  it.each([
    ['tests/long-sample.csv', 8, 7],
    ['tests/sample-header.csv', 3, 2],
    ['tests/sample.csv', 2, 3],
    ['tests/utf-8-bom-sample.csv', 2, 3],
    ['tests/verylong-sample.csv', 2001, 3],
    ['docs/resources/files/normal.csv', 1136, 9],
  ])('%s has %i rows of %i cells', async (name, rows, width) => {
    const [sheet] = await sheetsOf(`papaparse-tests/${name}`);
    expect([sheet?.rows.length, sheet?.head[0]?.length]).toEqual([rows, width]);
  });

  it('the malformed one is refused, with the row', async () => {
    const result = await readSheets(realFile('papaparse-tests/docs/resources/files/malformed.tsv'), 'drop');
    expect(result).toMatchObject({ code: 'broken-quotes', row: expect.any(Number) });
  });
});

describe.skipIf(!hasSharedData)('the big list of naughty strings', () => {
  it.each([
    ['blns.txt', 173],
    ['blns.json', 50],
  ])('%s, which is no table, is refused at row %i', async (name, row) => {
    const result = await readSheets(realFile(`blns/${name}`), 'drop');
    expect(result).toMatchObject({ code: 'broken-quotes', row });
  });

  it('comes back whole from a text and from workbooks', async () => {
    const strings = JSON.parse(readFileSync(realFile('blns/blns.json'), 'utf8')) as string[];
    // XML holds no control characters, and gives one kind of line break back.
    const printable = strings.filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text) && text.trim() === text);
    const rows = [['id', 'text'], ...strings.map((text, place) => [String(place), text])];
    const bookRows = [['id', 'text'], ...printable.map((text, place) => [String(place), text])];
    expect(printable.length).toBeGreaterThan(480);
    const folder = await mkdtemp(join(tmpdir(), 'zhaocha-naughty-'));
    try {
      const text = Papa.unparse(rows, { newline: '\n' });
      expect(await cellsInBytes(folder, 'a.csv', Buffer.from(text))).toEqual(rows);
      for (const kind of ['xlsx', 'xlsb'] as const) {
        const back = await cellsInBytes(folder, 'a', textWorkbook(kind, { S: bookRows }));
        expect(back.map(([id, cell = '']) => [id, cell])).toEqual(bookRows);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe.skipIf(!hasSharedData)('a survey that was encoded twice', () => {
  it('is read as it stands, and said', async () => {
    const data = 'carpentries-satisfaction/programmatic-assessment/carpentrycon/data';
    const [sheet] = await sheetsOf(`${data}/2020_carpentryconhome_raw.csv`);
    expect(sheet?.rows).toHaveLength(125);
    expect(sheet?.noticed).toMatchObject([
      {
        code: 'encoded-twice',
        row: expect.any(Number),
        value: 'Social Meetup Hablamos EspaÃ±ol',
        detail: '2',
      },
    ]);
  });
});
