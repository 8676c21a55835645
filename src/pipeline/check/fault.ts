import { ownText } from '../../model/own-text.ts';
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

/** Reads a cell of a drop as it stands there; null where nothing is in it. */
export type ReadGiven = (given: string) => string | Fault | null;

/** Cells repeat: a reader that looks each distinct cell up once. */
export function remembering<Result extends string | object | null>(
  readCell: (cell: string) => Result,
): (cell: string) => Result {
  const known = new Map<string, Result>();
  let faults = 0;
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    if (cell.length >= longestRemembered || known.size >= mostRemembered) return readCell(cell);
    const own = ownText(cell);
    const result = readCell(own);
    const isFault = typeof result === 'object' && result !== null && 'code' in result;
    if (isFault && faults >= mostFaults) return result;
    if (isFault) faults += 1;
    known.set(own, result);
    return result;
  };
}

/** Enough for every name and code there is, and a bound for a column that never repeats. */
const mostRemembered = 50_000;

/** What is wrong with a cell is many words: to remember them for every cell of a column would weigh. */
const mostFaults = 2000;

const longestRemembered = 200;

/** What nobody sees: a cell of that alone, as copying from a page leaves one, is blank. */
const unseen = /^[\s\p{Cc}\p{Cf}]+$/u;

/** What stands in a cell, without blanks around it. */
export function contentOf(cell: string): string {
  const content = cell.trim();
  return unseen.test(content) ? '' : content;
}

/** Reads what stands in a cell: blanks around it, and the words that the layout takes for blank, are nothing. */
export function givenReader(read: ReadCell, missing: ReadonlySet<string>): ReadGiven {
  return (given) => {
    const cell = contentOf(given);
    return cell === '' || missing.has(cell) ? null : read(cell);
  };
}
