import type { Words } from '../model/words.ts';
import type { Difference } from '../verify/difference.ts';

/** Why a city's package is not taken, in words for whoever reads the overview, and what was found where. */
export class Refusal extends Error {
  readonly why: Words;
  readonly faults: readonly Difference[];

  constructor(why: Words, faults: readonly Difference[] = []) {
    super(why.en);
    this.why = why;
    this.faults = faults;
  }
}
