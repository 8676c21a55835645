import { handbookPath } from '../../src/model/problem-help.ts';
import { problemText } from '../../src/model/problem.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { everyProblem } from '../../src/pipeline/every-problem.ts';

/** Everything a check found as JSON for programs, piece by piece: there may be a problem in every row. */
export async function* problemJson(outcome: Outcome, language: string): AsyncGenerator<string> {
  const { fatal, drops } = outcome;
  const told = drops.map(({ problems: _problems, more: _more, rowsWith: _rowsWith, ...drop }) => drop);
  yield `{\n  "fatal": ${fatal},\n  "drops": ${JSON.stringify(told)},\n  "problems": [`;
  let before = '';
  for await (const problem of everyProblem(outcome)) {
    const said = {
      ...problem,
      ...problemText(problem, language),
      handbook: `/${handbookPath(problem.code)}`,
    };
    yield `${before}\n    ${JSON.stringify(said)}`;
    before = ',';
  }
  yield '\n  ]\n}\n';
}
