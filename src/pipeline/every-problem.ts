import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Problem } from '../model/problem.ts';
import type { ToldProblems } from '../model/told-problems.ts';

/** Every problem of a run, one after the other: those at hand, then those in files. */
export async function* everyProblem({ problems, more }: ToldProblems): AsyncGenerator<Problem> {
  yield* problems;
  for (const { path } of more)
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
      yield JSON.parse(line) as Problem;
}
