import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { CellRow, Merge, Remark } from './cell-row.ts';
import { formatOf, type NumberFormat } from './number-format.ts';
import { numberText, type Calendar } from './number-text.ts';

/*
 * Runs in a thread of its own, which is ended when it takes too long: a damaged file can send the library round for
 * ever. The library computes nothing and runs nothing. Its CommonJS form knows all code pages.
 */

/** A sheet of a workbook that was read as a whole. */
interface ParsedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  readonly rows: readonly CellRow[];
}

/** What came of parsing a workbook: its sheets, or what the library said against it. */
export type Parsed =
  { readonly sheets: readonly ParsedSheet[]; readonly hasMacro: boolean } | { readonly refused: string };

const options = {
  type: 'buffer',
  dense: true,
  cellDates: false,
  cellFormula: true,
  cellHTML: false,
  cellNF: true,
  cellStyles: true,
} as const;

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
    while (cells.length < column) cells.push('');
    cells.push(text);
    if (cell.t === 'n') onlyText = false;
  });
  return { row, cells, onlyText, hidden, remarks };
}

function rowsOf(sheet: WorkSheet, calendar: Calendar): CellRow[] {
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  return [...data.entries()]
    .map(([position, given]) =>
      rowOf(given ?? [], position + 1, sheet['!rows']?.[position]?.hidden === true, calendar),
    )
    .filter(({ cells, remarks }) => cells.length > 0 || remarks.length > 0);
}

/** An old workbook keeps its macros in a storage of its own, whose name stands in the file as it is, in two-byte letters. */
function hasMacro(bytes: Buffer, book: WorkBook): boolean {
  return (
    book.vbaraw !== undefined ||
    bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) ||
    bytes.includes('vbaProject.bin')
  );
}

function parse(bytes: Buffer): Parsed {
  const library = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');
  const book = library.read(bytes, options);
  const calendar: Calendar = book.Workbook?.WBProps?.date1904 === true ? 'since 1904' : 'since 1900';
  const sheets = book.SheetNames.flatMap((name, position): ParsedSheet[] => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet['!type'] === 'chart') return [];
    const merges = (sheet['!merges'] ?? []).map(({ s, e }): Merge => ({
      rows: [s.r + 1, e.r + 1],
      columns: [s.c, e.c],
    }));
    const hidden = (book.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0;
    return [{ name, hidden, merges, rows: rowsOf(sheet, calendar) }];
  });
  return { sheets, hasMacro: hasMacro(bytes, book) };
}

function answer(bytes: Uint8Array): Parsed {
  try {
    return parse(Buffer.from(bytes));
  } catch (error) {
    // It throws texts, too.
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(answer(workerData as Uint8Array));
