import { createRequire } from 'node:module';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { damaged } from '../content.ts';
import { ReadFailure } from '../failure.ts';
import { mostColumns } from '../limits.ts';
import type { CellRow, Luggage, Remark, Workbook, WorkbookSheet } from './cell-row.ts';
import { formatOf, type NumberFormat } from './number-format.ts';
import { numberText, type Calendar } from './number-text.ts';

/** Loaded when the first old workbook comes: it takes its time, and most programmes have none. Its CommonJS form knows all code pages. */
function library(): typeof import('@e965/xlsx') {
  return createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');
}

const options = {
  type: 'buffer',
  dense: true,
  cellDates: false,
  cellFormula: true,
  cellHTML: false,
  cellNF: true,
  cellStyles: true,
} as const;

function parse(bytes: Buffer, file: string): WorkBook {
  try {
    return library().read(bytes, options);
  } catch (error) {
    const { message } = error as Error;
    if (/password|encrypt/i.test(message))
      throw new ReadFailure({ code: 'encrypted-file', file, value: file });
    if (/find workbook stream/i.test(message))
      throw new ReadFailure({ code: 'unknown-format', file, detail: noWorkbook });
    throw damaged(file, message);
  }
}

const noWorkbook = {
  zh: '是旧的 Office 文件，但不是工作簿，也许是 Word 文档或邮件',
  en: 'an old office file but no workbook, perhaps a document or a mail',
};

/** The format of a number. An `.ods` does not spell its percentages out, but shows them. */
function formatOfCell({ z, w }: CellObject): NumberFormat {
  return z === undefined && w?.endsWith('%') === true
    ? { shows: 'percent' }
    : formatOf(String(z ?? 'General'));
}

function cellText(cell: CellObject, calendar: Calendar): string {
  const { t, v } = cell;
  if (v === undefined || t === 'e' || t === 'z') return '';
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  if (t === 'n') return numberText(Number(v), formatOfCell(cell), calendar);
  return String(v);
}

function remarkOn({ t, v, f }: CellObject): Remark | null {
  if (t === 'e') return 'error';
  if (f === undefined) return null;
  return v === undefined ? 'formula without result' : 'formula';
}

function rowOf(
  given: readonly (CellObject | undefined)[],
  row: number,
  hidden: boolean,
  file: string,
  calendar: Calendar,
): CellRow {
  const cells: string[] = [];
  const remarks: CellRow['remarks'][number][] = [];
  let onlyText = true;
  // A row may have holes, which `entries` would fill and `forEach` passes over.
  given.forEach((cell, column) => {
    if (cell === undefined || cell === null) return;
    const remark = remarkOn(cell);
    if (remark !== null) remarks.push({ column, remark });
    const text = cellText(cell, calendar);
    if (text === '') return;
    if (column >= mostColumns)
      throw new ReadFailure({ code: 'too-many-columns', file, row, value: String(mostColumns) });
    while (cells.length < column) cells.push('');
    cells.push(text);
    if (cell.t === 'n') onlyText = false;
  });
  return { row, cells, onlyText, hidden, remarks };
}

function sheetOf(
  name: string,
  sheet: WorkSheet,
  hidden: boolean,
  file: string,
  calendar: Calendar,
): WorkbookSheet {
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  return {
    name,
    hidden,
    merges: () =>
      Promise.resolve(
        (sheet['!merges'] ?? []).map(({ s, e }) => ({
          rows: [s.r + 1, e.r + 1] as const,
          columns: [s.c, e.c] as const,
        })),
      ),
    rows: async function* () {
      for (const [position, given] of data.entries()) {
        const isHidden = sheet['!rows']?.[position]?.hidden === true;
        const row = rowOf(given ?? [], position + 1, isHidden, file, calendar);
        if (row.cells.length > 0 || row.remarks.length > 0) yield [row];
      }
    },
  };
}

/**
 * Opens a workbook that must be read as a whole: the old `.xls`, the binary `.xlsb`, and the `.ods` of other office
 * programs. The library computes nothing and runs nothing.
 */
export function openOldWorkbook(bytes: Buffer, kind: 'xls' | 'xlsb' | 'ods', file: string): Workbook {
  const book = parse(bytes, file);
  const calendar: Calendar = book.Workbook?.WBProps?.date1904 === true ? 'since 1904' : 'since 1900';
  const sheets = book.SheetNames.flatMap((name, position) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0;
    return sheet === undefined || sheet['!type'] === 'chart'
      ? []
      : [sheetOf(name, sheet, isHidden, file, calendar)];
  });
  const luggage: Luggage[] = hasMacro(bytes, book) ? ['macro'] : [];
  return { kind, sheets, luggage };
}

/** An old workbook keeps its macros in a storage of its own, whose name stands in the file as it is, in two-byte letters. */
function hasMacro(bytes: Buffer, book: WorkBook): boolean {
  return (
    book.vbaraw !== undefined ||
    bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) ||
    bytes.includes('vbaProject.bin')
  );
}
