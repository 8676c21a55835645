import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requirePositive, requireProbability, requireShare } from './requirements.ts';

/** The smaller root of the score equation, written so that no digits cancel. */
function lowerLimit(share: number, complement: number, perAnswer: number): number {
  const half = Math.sqrt(perAnswer * (share * complement + perAnswer / 4));
  return (share * share) / (share + perAnswer / 2 + half);
}

/**
 * Score limits of a share.
 *
 * Question: which true shares agree with an observed share of so large a base, weighted or not? For plain counts
 * use `wilsonInterval`, which also checks the counts.
 *
 * Method: Wilson's score interval (1927) without continuity correction; both limits are roots of
 * (share - true)^2 = z^2 true (1 - true) / size.
 *
 * Edges: the lower limit is exactly 0 at share 0, the upper exactly 1 at share 1; throws for a size that is not
 * above zero, a share outside [0, 1] and a confidence outside (0, 1).
 *
 * @example
 * scoreLimits(0.7, 77.2, 0.95) // => {"lower":0.590,"upper":0.791}
 * scoreLimits(0.5, 0, 0.95) // => throws scoreLimits needs a number above zero, got 0
 */
export function scoreLimits(share: number, size: number, confidence: number): Interval {
  requireShare('scoreLimits', share);
  requirePositive('scoreLimits', size);
  requireProbability('scoreLimits', confidence);
  const z = normalQuantile((1 - confidence) / 2);
  const perAnswer = (z * z) / size;
  return {
    lower: lowerLimit(share, 1 - share, perAnswer),
    upper: 1 - lowerLimit(1 - share, share, perAnswer),
  };
}
