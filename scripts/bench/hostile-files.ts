import { strToU8, zipSync } from 'fflate';

const megabyte = 1 << 20;

/** Bytes that look like chance and are the same every time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let place = 0; place < length; place += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[place] = state >>> 24;
  }
  return bytes;
}

const repeated = (piece: string) => (length: number) =>
  Buffer.from(piece.repeat(Math.ceil(length / piece.length)));

const header = 'response_id,submitted_on,department,origin\n';

/** A workbook whose sheet has these rows, in XML; not packed, so that its size is that of what it holds. */
function workbook(rows: string): Buffer {
  const spaces =
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  return Buffer.from(
    zipSync(
      {
        'xl/workbook.xml': strToU8(
          `<workbook ${spaces}><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}" Target="worksheets/sheet1.xml"/></Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet ${spaces}><sheetData>${rows}</sheetData></worksheet>`,
        ),
      },
      { level: 0 },
    ),
  );
}

const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;

/** Files that an attacker or an accident makes, by what they are: each of any length in megabytes. */
export const hostileFiles: Readonly<Record<string, (megabytes: number) => Buffer>> = Object.fromEntries(
  Object.entries({
    'one quote that is never closed': (length: number) =>
      Buffer.concat([Buffer.from(`${header}1,"`), repeated('a,b\n')(length)]),
    'one line without an end': repeated('公安局'),
    'delimiters only': repeated(','),
    'quotes only': repeated('"'),
    'a quote at every cell, closed by none': repeated('"a,'),
    'random bytes': noise,
    'blank rows without end': (length: number) =>
      Buffer.concat([Buffer.from(header), repeated('\n')(length), Buffer.from('1,2025-03-01,tax,active\n')]),
    'rows of 16,000 columns': repeated(`${'1,'.repeat(15_999)}1\n`),
    'a workbook with one giant cell': (length: number) =>
      workbook(`<row r="1">${text('x'.repeat(length))}</row>`),
    'a workbook of elements without end': (length: number) =>
      workbook('<row/>'.repeat(Math.ceil(length / 6))),
  }).map(([name, make]) => [name, (megabytes: number) => make(megabytes * megabyte)]),
);
