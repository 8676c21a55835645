/** How many columns and rows a cell takes. */
export interface Span {
  readonly across: number;
  readonly down: number;
}

/**
 * Finds the column in which each cell stands, row by row, cells that span columns or rows included.
 *
 * @example
 * columnPlaces([[{ across: 1, down: 2 }, { across: 2, down: 1 }], [{ across: 1, down: 1 }, { across: 1, down: 1 }]]); // => [[0, 1], [1, 2]]
 */
export function columnPlaces(rows: readonly (readonly Span[])[]): number[][] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((cells, row) =>
    cells.map(({ across, down }) => {
      let column = 0;
      while (taken[row]?.has(column)) column += 1;
      for (let below = row; below < row + down; below += 1) {
        for (let beside = column; beside < column + across; beside += 1) taken[below]?.add(beside);
      }
      return column;
    }),
  );
}
