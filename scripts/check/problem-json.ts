import type { DropChanges } from '../../src/model/drop-changes.ts';
import { handbookPath } from '../../src/model/problem-help.ts';
import { problemText } from '../../src/model/problem.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { everyProblem } from '../../src/pipeline/every-problem.ts';

/**
 * Everything a check found, and what would change, as JSON for programs, piece by piece: there may be a problem in every
 * row. The changes are null where none were asked for or the data must be mended first.
 */
export async function* problemJson(
  outcome: Outcome,
  changes: DropChanges | null,
  language: string,
): AsyncGenerator<string> {
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
  yield `\n  ],\n  "changes": ${JSON.stringify(changes)}\n}\n`;
}
