import type { RowBatch } from '../../../model/sheet.ts';

/** What stands in a column, over all rows. */
export interface Observed {
  /** How many cells are filled in. */
  readonly filled: number;
  /** Distinct cells, cleaned, with how often each stands there; no longer complete once there were too many. */
  readonly counts: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
  readonly longest: number;
}

/** More distinct cells than this are no list of answers. */
const mostDistinct = 3000;

/** Longer cells than this are not kept for a count: they are text. */
const longestKept = 400;

interface Tally {
  filled: number;
  counts: Map<string, number>;
  isComplete: boolean;
  longest: number;
}

function take(tally: Tally, cell: string): void {
  tally.filled += 1;
  tally.longest = Math.max(tally.longest, cell.length);
  const key = cell.slice(0, longestKept);
  const count = tally.counts.get(key);
  if (count === undefined && tally.counts.size >= mostDistinct) tally.isComplete = false;
  else tally.counts.set(key, (count ?? 0) + 1);
}

/** Counts what stands in every column of a sheet, `missing` words apart, and how many rows there are. Memory is bounded. */
export async function observe(
  batches: AsyncIterable<RowBatch>,
  firstRow: number,
  width: number,
  missing: ReadonlySet<string>,
): Promise<{ columns: Observed[]; rows: number }> {
  const tallies = Array.from({ length: width }, (): Tally => ({
    filled: 0,
    counts: new Map(),
    isComplete: true,
    longest: 0,
  }));
  let rows = 0;
  for await (const { first, rows: batch } of batches)
    for (const [position, cells] of batch.entries()) {
      if (first + position < firstRow || cells.every((cell) => cell.trim() === '')) continue;
      rows += 1;
      for (const [column, tally] of tallies.entries()) {
        const cell = (cells[column] ?? '').normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
        if (cell !== '' && !missing.has(cell)) take(tally, cell);
      }
    }
  return { columns: tallies, rows };
}

/** What stands in several columns taken as one. */
export function together(columns: readonly Observed[]): Observed {
  const counts = new Map<string, number>();
  for (const column of columns)
    for (const [cell, count] of column.counts) counts.set(cell, (counts.get(cell) ?? 0) + count);
  return {
    filled: columns.reduce((sum, { filled }) => sum + filled, 0),
    counts,
    isComplete: columns.every(({ isComplete }) => isComplete),
    longest: Math.max(0, ...columns.map(({ longest }) => longest)),
  };
}
