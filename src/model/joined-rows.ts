/**
 * How many rows stand in one, where a table ends its lines in several ways: the reader goes by that of the first line, and
 * takes another for a part of a text. Each joined row begins in the cell in which the one before it ends. One where that is not so.
 *
 * @example
 * joinedRows(['1', 'a\n2', 'b'], 2); // => 2
 * joinedRows(['1', 'two\nlines', 'b'], 3); // => 1
 * joinedRows(['1', 'a', 'b'], 2); // => 1
 */
export function joinedRows(cells: readonly string[], width: number): number {
  const rows = (cells.length - 1) / (width - 1);
  if (width < 2 || rows < 2 || !Number.isInteger(rows)) return 1;
  const seams = Array.from({ length: rows - 1 }, (_, at) => cells[(at + 1) * (width - 1)] ?? '');
  return seams.every((cell) => /[\r\n]/.test(cell)) ? rows : 1;
}
