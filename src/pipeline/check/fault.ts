import type { NameChoice, ProblemCode, Settlement } from '../../model/problem.ts';
import type { Words } from '../../model/words.ts';

/** What is wrong with one cell; the row and the column are added where they are known. */
export interface Fault {
  readonly code: ProblemCode;
  readonly value: string;
  readonly detail?: Words | string;
  readonly settle?: Settlement;
  readonly choose?: NameChoice;
}

/** Reads a cell: its canonical form, or what is wrong with it. */
export type ReadCell = (cell: string) => string | Fault;

/** Cells repeat: a reader that looks each distinct cell up once. */
export function remembering(readCell: ReadCell): ReadCell {
  const known = new Map<string, string>();
  const faulty = new Map<string, Fault>();
  return (cell) => {
    const before = known.get(cell) ?? faulty.get(cell);
    if (before !== undefined) return before;
    const result = readCell(cell);
    if (cell.length >= longestRemembered) return result;
    if (typeof result !== 'string') {
      if (faulty.size < mostFaults) faulty.set(cell, result);
    } else if (known.size < mostRemembered) known.set(cell, result);
    return result;
  };
}

/** Enough for every name and code there is, and a bound for a column that never repeats. */
const mostRemembered = 50_000;

/** What is wrong with a cell is many words: to remember them for every cell of a column would weigh. */
const mostFaults = 2000;

const longestRemembered = 200;
