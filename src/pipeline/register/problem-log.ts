import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { RowsWith, ToldProblems } from '../../model/told-problems.ts';

/** So many of a kind are held at hand: far more than a report shows, far less than fill a memory. */
const heldOfAKind = 200;

/** Lines are gathered up to this length before they are written. */
const writtenAtOnce = 1 << 16;

/** Takes problems as they are found, however many there are: each is held or written down, none is lost. */
export interface ProblemLog {
  readonly tell: (problem: Problem) => void;
  /** How many rows of a file have a problem of each kind, by what was told so far. */
  readonly rowsWith: (file: string) => RowsWith;
  /** What was told. Nothing may be told after it. */
  readonly close: () => ToldProblems;
}

/** Rows that have a problem of a kind; the problems of a row come together. */
interface RowCount {
  rows: number;
  last: number | undefined;
}

/** Counts the rows of every file that have a problem of each kind. */
function rowCounter() {
  const files = new Map<string, Map<ProblemCode, RowCount>>();
  return {
    add({ file, code, row }: Problem): void {
      const counts = files.get(file) ?? new Map<ProblemCode, RowCount>();
      files.set(file, counts);
      const count = counts.get(code);
      if (count === undefined) counts.set(code, { rows: 1, last: row });
      else if (count.last !== row) {
        count.rows += 1;
        count.last = row;
      }
    },
    rowsWith: (file: string): RowsWith =>
      Object.fromEntries([...(files.get(file) ?? [])].map(([code, { rows }]) => [code, rows])),
  };
}

/** Writes problems into a file, one a line, as soon as there is one. */
function lineWriter(path: string) {
  let file: number | null = null;
  let waiting = '';
  const flush = () => {
    file ??= openSync(path, 'w');
    writeFileSync(file, waiting);
    waiting = '';
  };
  return {
    write(problem: Problem): void {
      waiting += `${JSON.stringify(problem)}\n`;
      if (waiting.length >= writtenAtOnce) flush();
    },
    close(): void {
      if (waiting !== '') flush();
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

/**
 * Opens a log whose file, if one is needed, stands at `path` once it is closed; what stood there before is gone then. What is not to
 * be said is counted among the rows of its file all the same.
 */
export function openLog(path: string, isToSay: (problem: Problem) => boolean = () => true): ProblemLog {
  const making = `${path}.making-${process.pid}`;
  const held: Problem[] = [];
  const told = new Map<ProblemCode, number>();
  const rows = rowCounter();
  const lines = lineWriter(making);
  const close = (): ToldProblems => {
    lines.close();
    const beyond = [...told].flatMap(([code, count]) =>
      count > heldOfAKind ? [[code, count - heldOfAKind] as const] : [],
    );
    if (beyond.length === 0) rmSync(path, { force: true });
    else renameSync(making, path);
    return {
      problems: held,
      more: beyond.length === 0 ? [] : [{ path, counts: Object.fromEntries(beyond) }],
    };
  };
  return {
    tell(problem) {
      rows.add(problem);
      if (!isToSay(problem)) return;
      const count = (told.get(problem.code) ?? 0) + 1;
      told.set(problem.code, count);
      if (count > heldOfAKind) lines.write(problem);
      else held.push(problem);
    },
    rowsWith: rows.rowsWith,
    close,
  };
}

/** Makes something with a log of its own: what came of it, and what was told meanwhile. */
export async function withLog<Made>(
  path: string,
  make: (log: ProblemLog) => Promise<Made>,
  isToSay?: (problem: Problem) => boolean,
): Promise<{ readonly made: Made; readonly problems: ToldProblems }> {
  const log = openLog(path, isToSay);
  try {
    const made = await make(log);
    return { made, problems: log.close() };
  } catch (error) {
    log.close();
    throw error;
  }
}
