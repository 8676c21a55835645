import type { CellRow, Merge } from './cell-row.ts';

/** A row of a header, cell by cell, up to a width. */
const cellsOf = ({ cells }: CellRow, width: number): boolean[] =>
  Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim() !== '');

/** Where the names of a row stand, each with the columns up to the next. */
function spansOf(filled: readonly boolean[]): (readonly [left: number, right: number])[] {
  const starts = [...filled.keys()].filter((column) => filled[column]);
  return starts.map((left, place) => [left, (starts[place + 1] ?? filled.length) - 1]);
}

/**
 * The blocks of a header of two rows that nobody has merged: names of groups in the upper row, the names of their columns below, and
 * names of single columns with nothing below. None where there is any doubt: every column of a group must be named, none beside, and
 * the first row of data must have no gap. A header in which somebody has merged is read by what was merged.
 */
export function groupedHeader(top: readonly CellRow[], merges: readonly Merge[]): Merge[] {
  const rows = top.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return rows.flatMap((upper, place): Merge[] => {
    const [lower, data] = rows.slice(place + 1);
    if (lower === undefined || data === undefined || lower.row !== upper.row + 1) return [];
    if (merges.some(({ rows: [first, last] }) => first <= lower.row && last >= upper.row)) return [];
    const width = Math.max(upper.cells.length, lower.cells.length);
    const [above, below] = [cellsOf(upper, width), cellsOf(lower, width)];
    const spans = spansOf(above);
    const isOfTwoRows =
      upper.onlyText &&
      lower.onlyText &&
      above[0] === true &&
      spans.some(([left, right]) => right === left) &&
      spans.some(([left, right]) => right > left) &&
      spans.every(([left, right]) => below.slice(left, right + 1).every((filled) => filled === right > left));
    if (!isOfTwoRows || !cellsOf(data, width).every((filled) => filled)) return [];
    return spans.map(([left, right]) => ({
      rows: right > left ? [upper.row, upper.row] : [upper.row, lower.row],
      columns: [left, right],
    }));
  });
}
