import type { Member } from '../archive.ts';
import { damaged } from '../content.ts';
import { ReadFailure } from '../failure.ts';
import { longestValue, mostColumns, mostMerges } from '../limits.ts';
import { columnPosition, mergeOf, type CellRow, type Merge, type Remark } from './cell-row.ts';
import type { NumberFormat } from './number-format.ts';
import { numberText, type Calendar } from './number-text.ts';
import { unescapeText } from './shared-texts.ts';
import { walkXml } from './xml.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly file: string;
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly calendar: Calendar;
}

const asNumber: NumberFormat = { shows: 'number' };

/** A cell as it is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasValue: boolean;
  hasFormula: boolean;
}

/** The text of a cell. An error such as #N/A is no value: it is blank, and remarked upon. */
function cellText(cell: OpenCell, { file, texts, formats, calendar }: CellContext): string {
  if (!cell.hasValue || cell.type === 'e') return '';
  if (cell.type === 's') {
    const text = texts[Number(cell.value)];
    if (text === undefined)
      throw damaged(file, { zh: `缺第 ${cell.value} 段共用文字`, en: `no shared text ${cell.value}` });
    return text;
  }
  if (cell.type === 'str' || cell.type === 'inlineStr') return unescapeText(cell.value);
  if (cell.type === 'b') return cell.value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (cell.type === 'd') return cell.value.replace('T', ' ').replace(/(?:\.\d+)?Z?$/, '');
  if (cell.value.trim() === '') return '';
  const value = Number(cell.value);
  return Number.isNaN(value) ? cell.value : numberText(value, formats[cell.style] ?? asNumber, calendar);
}

function remarkOn({ type, hasFormula, hasValue }: OpenCell): Remark | null {
  if (type === 'e') return 'error';
  if (!hasFormula) return null;
  return hasValue ? 'formula' : 'formula without result';
}

/** The rows of a sheet as they come out of its XML; those without a cell that holds something do not come. */
export async function* sheetRows(part: Member, context: CellContext): AsyncGenerator<CellRow[]> {
  const { file } = context;
  let rows: CellRow[] = [];
  let number = 0;
  let hidden = false;
  let cells: string[] = [];
  let onlyText = true;
  let remarks: { column: number; remark: Remark }[] = [];
  let cell: OpenCell | null = null;
  let place = 0;
  let inValue = false;
  let inReading = false;

  function openRow({ r, hidden: isHidden }: Readonly<Record<string, string>>): void {
    const next = r === undefined ? number + 1 : Number(r);
    if (!(next > number))
      throw damaged(file, { zh: `第 ${r} 行排在第 ${number} 行之后`, en: `row ${r} after row ${number}` });
    number = next;
    hidden = isHidden === '1' || isHidden === 'true';
    cells = [];
    onlyText = true;
    remarks = [];
    place = 0;
  }

  function openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const letters = /^([A-Z]{1,3})\d+$/.exec(r ?? '')?.[1];
    const column = letters === undefined ? place : columnPosition(letters);
    if (column < place) throw damaged(file, { zh: `单元格 ${r} 次序不对`, en: `cell ${r} comes too late` });
    place = column + 1;
    cell = { column, type: t, style: Number(s), value: '', hasValue: false, hasFormula: false };
  }

  function closeCell(): void {
    if (cell === null) return;
    const text = cellText(cell, context);
    const remark = remarkOn(cell);
    if ((text !== '' || remark !== null) && cell.column >= mostColumns)
      throw new ReadFailure({ code: 'too-many-columns', file, row: number, value: String(mostColumns) });
    if (remark !== null) remarks.push({ column: cell.column, remark });
    if (text !== '') {
      while (cells.length < cell.column) cells.push('');
      cells.push(text);
      if (cell.type === 'n' || cell.type === 'd') onlyText = false;
    }
    cell = null;
  }

  const walk = walkXml(part.open(), file, {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (cell === null) return;
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'v' || name === 't') {
        inValue = !inReading;
        cell.hasValue = true;
      }
    },
    text: (piece) => {
      if (!inValue || cell === null) return;
      cell.value += piece;
      if (cell.value.length > longestValue)
        throw damaged(file, {
          zh: `第 ${number} 行有没完没了的一格`,
          en: `a cell without end in row ${number}`,
        });
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c') closeCell();
      else if (name === 'row' && (cells.length > 0 || remarks.length > 0))
        rows.push({ row: number, cells, onlyText, hidden, remarks });
    },
  });
  for await (const _ of walk) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** The merged blocks of a sheet. They stand behind its cells, so its text is searched, which is quicker than reading it. */
export async function sheetMerges(part: Member, file: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const chunk of part.open()) {
    const text = rest + chunk.toString('latin1');
    for (const [, range = ''] of text.matchAll(/mergeCell\s[^>]{0,200}?ref=["']([^"']{1,40})["']/g)) {
      const merge = mergeOf(range);
      if (merge !== null) merges.push(merge);
      if (merges.length > mostMerges)
        throw damaged(file, {
          zh: `合并的单元格超过 ${mostMerges} 处`,
          en: `more than ${mostMerges} merged blocks`,
        });
    }
    const tail = text.lastIndexOf('<');
    rest = tail >= 0 && text.length - tail < 300 ? text.slice(tail) : '';
  }
  return merges;
}
