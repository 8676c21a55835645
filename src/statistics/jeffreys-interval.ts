import { betaQuantile, betaUpperQuantile } from './beta-quantile.ts';
import type { Interval } from './interval.ts';
import { requirePart, requireProbability } from './requirements.ts';

/**
 * Jeffreys interval of a rate.
 *
 * Question: between which rates does the true one lie with this probability, knowing nothing beforehand? For rare events
 * in large bases; for display `wilsonInterval`.
 *
 * Method: equal-tailed interval of the Beta(x + 1/2, n - x + 1/2) distribution (Brown, Cai and DasGupta 2001).
 *
 * Edges: null when the base is 0; lower is set to exactly 0 at 0 of n, upper to exactly 1 at n of n. Throws when the
 * counts are not whole numbers with 0 <= count <= base.
 *
 * @example
 * jeffreysInterval(0, 1) // => {"lower":0,"upper":0.853253683690}
 * jeffreysInterval(0, 0) // => null
 * jeffreysInterval(2, 1) // => throws jeffreysInterval needs a count no larger than its base, got 2 of 1
 */
export function jeffreysInterval(count: number, base: number, confidence = 0.95): Interval | null {
  requirePart('jeffreysInterval', count, base);
  const tail = (1 - requireProbability('jeffreysInterval', confidence)) / 2;
  if (base === 0) return null;
  const misses = base - count;
  return {
    lower: count === 0 ? 0 : betaQuantile(tail, count + 0.5, misses + 0.5),
    upper: misses === 0 ? 1 : betaUpperQuantile(tail, count + 0.5, misses + 0.5),
  };
}
