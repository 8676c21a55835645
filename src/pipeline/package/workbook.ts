import { openArchive } from './archive-file.ts';
import { asBytes } from './as-bytes.ts';
import type { Push } from '../../model/deflate.ts';
import { bytesCell, bytesXml, escapeXml, sharedCell, type MakeText } from './sheet-xml.ts';

/** A sheet as it is begun. */
export interface SheetHead {
  readonly name: string;
  /** How wide its columns are, in characters. */
  readonly widths: readonly number[];
  /** A row that stays in sight at the top, its cells as XML; with it the rows can be filtered. */
  readonly top: readonly string[] | null;
  /** A sheet in front stands before the others, whenever it is written. */
  readonly stands?: 'in front';
}

/** A workbook that is written sheet by sheet and row by row, straight to the disk. */
export interface Workbook {
  readonly begin: (head: SheetHead) => void;
  /** Adds a row: its cells as XML, as bytes. */
  readonly row: (cells: readonly string[]) => void;
  /** Makes a cell of a text, both as bytes: a short text is written once, in the list that all sheets share. */
  readonly text: MakeText;
  readonly close: () => void;
}

/** The most rows that a sheet of this format holds, the one at the top included. */
const holds = 1_048_576;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The looks named in `sheet-xml.ts`, in its order: plain, text, date, time, head, title, wrapped. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** The longest text that is shared, in bytes, and the most texts: what is remembered does not grow with the sheets. */
const longestShared = 96;
const mostShared = 1 << 16;

/** The name of a column: A, B … Z, AA … */
function columnLetters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${columnLetters(Math.floor(place / 26) - 1)}${last}`;
}

const rowOf = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;

function beginningOf({ widths, top }: SheetHead): string {
  const columns = widths
    .map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane =
    top === null ? '' : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>${top === null ? '' : rowOf(top)}`;
}

function endOf({ top }: SheetHead, rows: number): string {
  const filter = top === null ? '' : `<autoFilter ref="A1:${columnLetters(top.length - 1)}${rows + 1}"/>`;
  return `</sheetData>${filter}</worksheet>`;
}

/** A sheet that has been written: its file has its number. */
interface Written {
  readonly name: string;
  readonly number: number;
  readonly isInFront: boolean;
}

const listOf = (sheets: readonly Written[], line: (name: string, number: number) => string) =>
  sheets.map(({ name, number }) => line(escapeXml(name).replaceAll('"', '&quot;'), number)).join('');

/** The parts that hold a workbook together, by their names in the archive. */
function partsOf(written: readonly Written[], shared: readonly string[]): Readonly<Record<string, string>> {
  const sheets = written.toSorted((one, other) => Number(other.isInFront) - Number(one.isInFront));
  const [stylesId, sharedId] = [sheets.length + 1, sheets.length + 2];
  return {
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${shared.join('')}</sst>`,
    'xl/styles.xml': styles,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listOf(sheets, (name, number) => `<sheet name="${asBytes(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaging}/relationships">${listOf(sheets, (_, number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${stylesId}" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId${sharedId}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/>${listOf(sheets, (_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kinds}.worksheet+xml"/>`)}</Types>`,
  };
}

const writtenAtOnce = 1 << 17;

/** Opens a workbook for writing. The same rows give the same bytes, on any machine and at any hour. */
export function openWorkbook(path: string, mostRows = holds): Workbook {
  const archive = openArchive(path);
  const written: Written[] = [];
  const shared: string[] = [];
  const cells = new Map<string, string>();
  let push: Push | null = null;
  let head: SheetHead | null = null;
  let rows = 0;
  let continued = 1;
  let waiting = '';
  const flush = (last: 'last' | 'more') => {
    push?.(Buffer.from(waiting, 'latin1'), last === 'last');
    waiting = '';
  };
  const end = () => {
    if (head === null) return;
    waiting += endOf(head, rows);
    flush('last');
  };
  const start = (next: SheetHead) => {
    end();
    head = next;
    rows = 0;
    const number = written.length + 1;
    const name = continued === 1 ? next.name : `${next.name} ${continued}`;
    written.push({ name, number, isInFront: next.stands === 'in front' });
    push = archive.begin(`xl/worksheets/sheet${number}.xml`);
    waiting = beginningOf(next);
  };
  return {
    begin: (next) => {
      continued = 1;
      start(next);
    },
    row: (row) => {
      // A table that is longer than a sheet goes on in another one.
      if (rows === mostRows - 1 && head !== null) {
        continued += 1;
        start(head);
      }
      rows += 1;
      waiting += rowOf(row);
      if (waiting.length > writtenAtOnce) flush('more');
    },
    text: (bytes) => {
      const known = cells.get(bytes);
      if (known !== undefined) return known;
      if (bytes.length > longestShared || shared.length === mostShared) return bytesCell(bytes);
      const cell = sharedCell(shared.length);
      // Not the text that was given: it may be a slice that keeps a large piece of a file in memory.
      const own = Buffer.from(bytes, 'latin1').toString('latin1');
      shared.push(`<si>${bytesXml(own)}</si>`);
      cells.set(own, cell);
      return cell;
    },
    close: () => {
      end();
      for (const [name, content] of Object.entries(partsOf(written, shared))) {
        push = archive.begin(name);
        waiting = content;
        flush('last');
      }
      archive.close();
    },
  };
}
