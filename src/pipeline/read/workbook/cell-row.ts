/** What is remarkable about a cell, besides its text. */
export type Remark = 'formula' | 'formula without result' | 'error';

/** A row of a sheet in a workbook. */
export interface CellRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly cells: string[];
  /** Whether every cell that holds something holds text, as in a header. */
  readonly onlyText: boolean;
  readonly hidden: boolean;
  readonly remarks: readonly { readonly column: number; readonly remark: Remark }[];
}

/** A block of merged cells: its first and last row (from 1) and column (from 0). */
export interface Merge {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** A sheet in a workbook, for the taking. Rows without cells do not come. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: () => Promise<readonly Merge[]>;
  readonly rows: () => AsyncGenerator<CellRow[]>;
}

/** What a workbook carries along that is never run or followed. */
export type Luggage = 'macro' | 'link';

/** A workbook: its sheets in order, and what it carries along. */
export interface Workbook {
  readonly kind: 'xlsx' | 'xls' | 'xlsb' | 'ods';
  readonly sheets: readonly WorkbookSheet[];
  readonly luggage: readonly Luggage[];
}

/**
 * The position of a column by its letters, from 0.
 *
 * @example
 * columnPosition('A'); // => 0
 * columnPosition('AB'); // => 27
 */
export function columnPosition(letters: string): number {
  let position = 0;
  for (const letter of letters) position = position * 26 + letter.charCodeAt(0) - 64;
  return position - 1;
}

/**
 * The letters of a column.
 *
 * @example
 * columnLetters(27); // => 'AB'
 */
export function columnLetters(position: number): string {
  const rest = position % 26;
  const before = Math.floor(position / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + rest);
}

/** A range such as `A1:C3` as a block of merged cells; null if it is not written so. */
export function mergeOf(range: string): Merge | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(range);
  if (match === null) return null;
  const [, left = '', top, right = '', bottom] = match;
  return {
    rows: [Number(top), Number(bottom)],
    columns: [columnPosition(left), columnPosition(right)],
  };
}
