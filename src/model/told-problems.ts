import type { Problem, ProblemCode } from './problem.ts';

/** Problems beyond those at hand: a file that holds one a line, as JSON, and how many of each kind are in it. */
export interface MoreProblems {
  readonly path: string;
  readonly counts: Readonly<Partial<Record<ProblemCode, number>>>;
}

/** All problems of a drop or of a run: the first of each kind at hand, the others counted and in files. */
export interface ToldProblems {
  readonly problems: readonly Problem[];
  readonly more: readonly MoreProblems[];
}

/** How many rows have a problem of each kind. */
export type RowsWith = Readonly<Partial<Record<ProblemCode, number>>>;
