import type fc from 'fast-check';
import { problemKinds, problemText, type Problem } from '../../src/model/problem.ts';

/** Something that must hold for any input of its kind. Inputs are plain JSON, so that a case can be kept and read. */
export interface Target<Input> {
  /** Inputs to try; those that once broke it are varied too. */
  readonly inputs: (kept: readonly Input[]) => fc.Arbitrary<Input>;
  /** Tries one input. Rejects when what must hold does not. */
  readonly hold: (input: Input) => Promise<void>;
}

/** Every problem has a known code, names its file, and says what and how to mend it in both languages. */
export function expectTold(problems: readonly Problem[]): void {
  for (const problem of problems) {
    if (!(problem.code in problemKinds)) throw new Error(`a problem of no known kind: ${problem.code}`);
    for (const language of ['zh', 'en']) {
      const { where, what, mend } = problemText(problem, language);
      if (where.trim() === '' || what.trim() === '' || mend.trim() === '')
        throw new Error(`${problem.code} says nothing in ${language}`);
    }
  }
}
