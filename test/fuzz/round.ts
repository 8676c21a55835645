import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { keptCases } from './corpus.ts';
import { whatBroke } from './what-broke.ts';
import type { Target } from './target.ts';

/*
 * One round of fuzzing, in a process of its own: a reader that hangs, crashes or eats all memory takes this process with it,
 * and the input that it was given lies in a file for whoever watches.
 */

/** What a round is told. */
export interface Order {
  /** The module of the targets. */
  readonly module: string;
  readonly target: string;
  readonly corpus: string;
  readonly seed: number;
  readonly seconds: number;
  /** Where the input that is being tried is written, and at the end what came of the round. */
  readonly trying: string;
  readonly outcome: string;
}

/** What came of a round. */
export interface RoundOutcome {
  readonly tried: number;
  readonly broken: { readonly broke: string; readonly input: unknown } | null;
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
const { targets } = (await import(pathToFileURL(order.module).href)) as {
  targets: Readonly<Record<string, Target<unknown>>>;
};
const target = targets[order.target];
if (target === undefined) throw new Error(`no such target: ${order.target}`);

const kept = keptCases(order.corpus, order.target).map(([, { input }]) => input);
let tried = 0;
const property = fc.asyncProperty(target.inputs(kept), async (input) => {
  writeFileSync(order.trying, JSON.stringify(input));
  tried += 1;
  await target.hold(input);
});
const details = await fc.check(property, {
  seed: order.seed,
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: order.seconds * 1000,
});
const [input] = details.counterexample ?? [];
const outcome: RoundOutcome = {
  tried,
  broken: details.counterexample === null ? null : { broke: whatBroke(details.errorInstance), input },
};
writeFileSync(order.outcome, JSON.stringify(outcome));
