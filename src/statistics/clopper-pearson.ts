import { betaQuantile, betaUpperQuantile } from './beta-quantile.ts';
import type { Interval } from './interval.ts';
import { requirePart, requireProbability } from './requirements.ts';

/**
 * Clopper-Pearson interval of a rate.
 *
 * Question: which true rates cannot be refused by an exact binomial test at this count? For legal and audit claims
 * that need at least the stated coverage; for display `wilsonInterval`, which is not so wide.
 *
 * Method: Clopper and Pearson 1934, by beta quantiles, as R's binom.test.
 *
 * Edges: null when the base is 0; lower is exactly 0 at 0 of n, upper exactly 1 at n of n. Throws when the counts are
 * not whole numbers with 0 <= count <= base.
 *
 * @example
 * clopperPearson(1, 1) // => {"lower":0.025,"upper":1}
 * clopperPearson(0, 0) // => null
 * clopperPearson(2, 1) // => throws clopperPearson needs a count no larger than its base, got 2 of 1
 */
export function clopperPearson(count: number, base: number, confidence = 0.95): Interval | null {
  requirePart('clopperPearson', count, base);
  const tail = (1 - requireProbability('clopperPearson', confidence)) / 2;
  if (base === 0) return null;
  const misses = base - count;
  return {
    lower: count === 0 ? 0 : betaQuantile(tail, count, misses + 1),
    upper: misses === 0 ? 1 : betaUpperQuantile(tail, count + 1, misses),
  };
}
