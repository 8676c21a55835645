import type { ProblemCode, Settlement } from '../../model/problem.ts';
import type { Words } from '../../model/words.ts';

/** What is wrong with one cell; the row and the column are added where they are known. */
export interface Fault {
  readonly code: ProblemCode;
  readonly value: string;
  readonly detail?: Words | string;
  readonly settle?: Settlement;
}

/** Reads a cell: its canonical form, or what is wrong with it. */
export type ReadCell = (cell: string) => string | Fault;

/** Cells repeat: a reader that looks each distinct cell up once. */
export function remembering(readCell: ReadCell): ReadCell {
  const known = new Map<string, string | Fault>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const result = readCell(cell);
    if (known.size < mostRemembered && cell.length < 200) known.set(cell, result);
    return result;
  };
}

/** Enough for every name and code there is, and a bound for a column that never repeats. */
const mostRemembered = 50_000;
