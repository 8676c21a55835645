import type { Interval, Proportion } from './interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A difference of two rates, with its interval. */
export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * Newcombe interval of a difference of two rates.
 *
 * Question: by how much did a rate change from the earlier period (or the other group) to this one? For period on
 * period and year on year (环比, 同比); two single intervals that overlap are not this test. Not for the same
 * people asked twice, nor for rates of which one contains the other.
 *
 * Method: hybrid score interval, Newcombe 1998 (Statistics in Medicine 17:873) method 10, without continuity
 * correction; current minus earlier.
 *
 * Edges: null when either base is 0. Always within [-1, 1]. Throws when counts are no whole numbers or exceed
 * their base.
 *
 * @example
 * newcombeDifference({ count: 56, base: 70 }, { count: 48, base: 80 }) // => {"difference":0.2,"lower":0.052431,"upper":0.333873}
 * newcombeDifference({ count: 3, base: 9 }, { count: 0, base: 0 }) // => null
 */
export function newcombeDifference(
  current: Proportion,
  earlier: Proportion,
  confidence = 0.95,
): Difference | null {
  const currentLimits = wilsonInterval(current.count, current.base, confidence);
  const earlierLimits = wilsonInterval(earlier.count, earlier.base, confidence);
  if (currentLimits === null || earlierLimits === null) return null;
  const currentRate = current.count / current.base;
  const earlierRate = earlier.count / earlier.base;
  const difference = currentRate - earlierRate;
  const below = Math.hypot(currentRate - currentLimits.lower, earlierLimits.upper - earlierRate);
  const above = Math.hypot(currentLimits.upper - currentRate, earlierRate - earlierLimits.lower);
  return {
    difference,
    lower: Math.max(-1, difference - below),
    upper: Math.min(1, difference + above),
  };
}
