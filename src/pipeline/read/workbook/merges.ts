import type { CellRow, Merge } from './cell-row.ts';

/** A header has at most so many rows, titles included. */
const mostHeaderRows = 10;

/** The number of the last row of the header block: rows at the top that hold text only. */
function headerEnd(top: readonly CellRow[]): number {
  const data = top.find(({ onlyText }) => !onlyText);
  return Math.min(mostHeaderRows, (data?.row ?? Number.POSITIVE_INFINITY) - 1);
}

/** How many cells hold something between two columns. */
function filledBetween(cells: readonly string[] | undefined, [left, right]: Merge['columns']): number {
  return (cells ?? []).slice(left, right + 1).filter((cell) => cell.trim() !== '').length;
}

/** Whether a block of the header is the name of a group of columns, whose own names stand under it. */
function isGroup(
  { rows: [, last], columns }: Merge,
  cells: ReadonlyMap<number, readonly string[]>,
  end: number,
): boolean {
  const [left, right] = columns;
  return last < end && right > left && filledBetween(cells.get(last + 1), columns) > 1;
}

/**
 * The cells of the first rows by row number, with the names of groups of columns written over every column that they
 * stand for: a block merged across columns, at the top of the sheet, with names under it. Names merged over both rows
 * stand in both. Nothing else is filled in.
 */
export function fillHeader(
  top: readonly CellRow[],
  merges: readonly Merge[],
): Map<number, readonly string[]> {
  const cells = new Map<number, readonly string[]>(top.map(({ row, cells: own }) => [row, own]));
  const end = headerEnd(top);
  for (const { rows, columns } of merges) {
    const [row, lastRow] = rows;
    const [left, right] = columns;
    const own = cells.get(row);
    const name = own?.[left] ?? '';
    if (own === undefined || name === '' || !isGroup({ rows, columns }, cells, end)) continue;
    const filled = [...own];
    for (let column = left; column <= right; column += 1) {
      while (filled.length < column) filled.push('');
      filled[column] = name;
    }
    cells.set(row, filled);
    fillDown(cells, merges, [row, lastRow + 1]);
  }
  return cells;
}

/** Beside the names of groups stand names that are merged over both rows of the header: each is written in the lower one, too. */
function fillDown(
  cells: Map<number, readonly string[]>,
  merges: readonly Merge[],
  [row, lower]: Merge['rows'],
): void {
  for (const { rows, columns } of merges) {
    const name = cells.get(row)?.[columns[0]] ?? '';
    if (rows[0] !== row || rows[1] !== lower || columns[0] !== columns[1] || name === '') continue;
    const filled = [...(cells.get(lower) ?? [])];
    while (filled.length < columns[0]) filled.push('');
    filled[columns[0]] = name;
    cells.set(lower, filled);
  }
}

/** Whether something stands in the lower rows of a block, beside it. */
function hasBeside(top: readonly CellRow[], { rows: [first, last], columns: [left, right] }: Merge): boolean {
  return top.some(
    ({ row, cells }) =>
      row > first &&
      row <= last &&
      cells.some((cell, column) => (column < left || column > right) && cell.trim() !== ''),
  );
}

/**
 * The merged blocks among the data that reach over several rows: only the first of these rows holds the value. Where a sheet holds
 * nothing but text at its top, only a title and the names beside groups of columns can be told from data.
 */
export function mergesOverRows(top: readonly CellRow[], merges: readonly Merge[]): Merge[] {
  const end = headerEnd(top);
  const cells = new Map(top.map(({ row, cells: own }) => [row, own]));
  const groups = new Set(
    merges.filter((merge) => isGroup(merge, cells, end)).map(({ rows: [first] }) => first),
  );
  return merges.filter(
    (merge) =>
      merge.rows[1] > merge.rows[0] &&
      (merge.rows[1] > end || (!groups.has(merge.rows[0]) && hasBeside(top, merge))),
  );
}
