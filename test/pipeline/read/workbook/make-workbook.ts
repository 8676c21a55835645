import { createRequire } from 'node:module';
import { encoders } from '../encode.ts';
import { zipFile, type ZipMember } from '../zip-file.ts';

const library = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

/** A workbook of text cells, written by another program than ours. */
export function textWorkbook(
  kind: 'xlsx' | 'biff5' | 'biff8' | 'ods' | 'xlsb',
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
): Buffer {
  const book = library.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    library.utils.book_append_sheet(book, library.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return library.write(book, { type: 'buffer', bookType: kind, compression: true }) as Buffer;
}

/** A workbook of one sheet of text cells with merged blocks. */
export function mergedWorkbook(rows: readonly (readonly string[])[], merges: readonly string[]): Buffer {
  const sheet = library.utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range) => library.utils.decode_range(range));
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, 'S');
  return library.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** A workbook as Excel 95 wrote it in China: its texts in code page 936. */
export function excel95Workbook(text: string): Buffer {
  const bytes = textWorkbook('biff5', {
    S: [
      ['id', 'title'],
      ['001', 'x'.repeat(text.length * 2)],
    ],
  });
  bytes.set(encoders.GB18030(text), bytes.indexOf('xx'));
  const codePage = Buffer.from([0x42, 0, 2, 0]);
  for (let at = bytes.indexOf(codePage); at >= 0; at = bytes.indexOf(codePage, at + 1))
    bytes.writeUInt16LE(936, at + codePage.length);
  return bytes;
}

/** A container as old office programs make it, with streams of the given names. */
export function compoundFile(names: readonly string[]): Buffer {
  const container = library.CFB.utils.cfb_new();
  for (const name of names) library.CFB.utils.cfb_add(container, `/${name}`, Buffer.alloc(600, 'A'));
  return library.CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** A workbook whose first sheet has a formula, an error, a date, merged rows and a hidden row, and whose second is hidden. */
export function remarkableWorkbook(kind: 'xlsx' | 'xlsb'): Buffer {
  const sheet = library.utils.aoa_to_sheet([['a', 'b', 'c'], [], []]);
  Object.assign(sheet, {
    A2: { t: 'e', v: 42 },
    B2: { t: 'n', v: 5, f: 'LEN("12345")' },
    C2: { t: 'n', v: 45_717, z: 'yyyy/m/d' },
    '!ref': 'A1:C3',
    '!rows': [{}, { hidden: true }],
    '!merges': [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }],
  });
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, 'S');
  library.utils.book_append_sheet(book, library.utils.aoa_to_sheet([['x']]), 'H');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return library.write(book, { type: 'buffer', bookType: kind }) as Buffer;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a workbook as they stand in its file. */
export interface WorkbookParts {
  /** What stands in `worksheet` of each sheet, by its name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly since1904?: boolean;
  readonly texts?: string;
  /** Format codes; cells with `s="1"` have the first. */
  readonly formats?: readonly string[];
  /** More relations of the workbook: type and target. */
  readonly relations?: readonly (readonly [string, string])[];
  readonly more?: readonly ZipMember[];
  /** Stands in front of each sheet. */
  readonly prologue?: string;
}

/** The bytes of a workbook made from its parts. */
export function workbookOf(parts: WorkbookParts): Buffer {
  const { sheets, hidden = [], texts = '', formats = [], relations = [], more = [], prologue = '' } = parts;
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const related = (inner: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return zipFile([
    { name: '[Content_Types].xml', content: `${declaration}<Types/>` },
    { name: '_rels/.rels', content: related(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${parts.since1904 === true ? 1 : 0}"/><sheets>${names
        .map(
          (name, place) =>
            `<sheet name="${name}" sheetId="${place + 1}" ${hidden.includes(name) ? 'state="hidden" ' : ''}r:id="s${place}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: related(
        [
          ...names.map((_, place) => relation(`s${place}`, 'worksheet', `worksheets/sheet${place}.xml`)),
          relation('t', 'sharedStrings', '/xl/sharedStrings.xml'),
          relation('f', 'styles', 'styles.xml'),
          ...relations.map(([type, target], place) => relation(`x${place}`, type, target)),
        ].join(''),
      ),
    },
    { name: 'xl/sharedStrings.xml', content: `${declaration}<sst xmlns="${main}">${texts}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `${declaration}<styleSheet xmlns="${main}"><numFmts>${formats
        .map((code, place) => `<numFmt numFmtId="${164 + place}" formatCode="${code}"/>`)
        .join(
          '',
        )}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, place) => `<xf numFmtId="${164 + place}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...names.map((name, place) => ({
      name: `xl/worksheets/sheet${place}.xml`,
      content: `${declaration}${prologue}<worksheet xmlns="${main}">${sheets[name]}</worksheet>`,
    })),
    ...more,
  ]);
}

/** Rows of cells as a sheet holds them: texts are written into the cell. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text === ''
      ? '<c/>'
      : `<c t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`;
}
