import type { Problem } from '../../model/problem.ts';

/** Thrown while a drop is read, carrying the problem to show. */
export class ReadFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.file}: ${problem.code}`);
    this.problem = problem;
  }
}
