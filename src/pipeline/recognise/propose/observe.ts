import type { RowBatch } from '../../../model/sheet.ts';
import type { SurveyExport } from '../../../model/survey-export.ts';

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

/** What programs write where there is nothing. */
const blankWords = ['NA', 'N/A', 'n/a', '#N/A', 'NULL', 'null', 'NaN', 'nan'];

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

/** A cell without what was written in between marks: somebody’s own words are not looked at. */
function withoutOwnWords(cell: string, marks: readonly [string, string] | undefined): string {
  if (marks === undefined || !cell.includes(marks[0])) return cell;
  return cell
    .split(marks[0])
    .map((part, position) => (position === 0 ? part : part.slice(part.indexOf(marks[1]) + 1 || part.length)))
    .join('');
}

/** Counts what stands in every column of a sheet, words for blank apart, which of them were met, and how many rows there are. Memory is bounded. */
export async function observe(
  batches: AsyncIterable<RowBatch>,
  { firstRow, labels: { length: width }, implied }: SurveyExport,
): Promise<{ columns: Observed[]; rows: number; missing: string[] }> {
  const missing = new Set([...(implied.missing ?? []), ...blankWords]);
  const met = new Set<string>();
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
        const own = withoutOwnWords((cells[column] ?? '').normalize('NFKC'), implied.write_in_marks);
        const cell = own.replaceAll(/\s+/g, ' ').trim();
        if (missing.has(cell)) met.add(cell);
        else if (cell !== '') take(tally, cell);
      }
    }
  const others = blankWords.filter((word) => met.has(word) && !(implied.missing ?? []).includes(word));
  return { columns: tallies, rows, missing: [...(implied.missing ?? []), ...others] };
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
