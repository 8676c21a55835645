import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requirePositive, requireProbability, requireShare } from './requirements.ts';

/** The roots of the score equation for a share of up to one half, written so that no digits cancel. */
function roots(share: number, perAnswer: number): Interval {
  const half = Math.sqrt(perAnswer * (share * (1 - share) + perAnswer / 4));
  const reach = share + perAnswer / 2 + half;
  return { lower: (share * share) / reach, upper: reach / (1 + perAnswer) };
}

/**
 * Score limits of a share.
 *
 * Question: which true shares agree with an observed share of so large a base, weighted or not? For plain counts
 * use `wilsonInterval`, which also checks the counts.
 *
 * Method: Wilson's score interval (1927) without continuity correction; both limits are roots of
 * (share - true)^2 = z^2 true (1 - true) / size. Limits near 0 keep their relative accuracy.
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
  if (share <= 0.5) return roots(share, perAnswer);
  const { lower, upper } = roots(1 - share, perAnswer);
  return { lower: 1 - upper, upper: 1 - lower };
}
