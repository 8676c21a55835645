import type { SurvivalCurve } from './kaplan-meier.ts';
import type { SurvivalQuantile } from './survival-quantile.ts';
import { survivalQuantile } from './survival-quantile.ts';

/**
 * Median time, with interval.
 *
 * Question: how long does a typical case take until it is rectified and confirmed? Not the median of closed cases,
 * which is biased low.
 *
 * Method: the first day on which the Kaplan-Meier curve is at or below one half, with Brookmeyer-Crowley limits from
 * the log-log band; see `survivalQuantile`.
 *
 * Edges: each part is null when it is not yet reached.
 *
 * @example
 * survivalMedian(kaplanMeier([{ day: 3, events: 5, censored: 0 }, { day: 9, events: 3, censored: 2 }])) // => {"day":3,"lower":3,"upper":9}
 */
export function survivalMedian(curve: SurvivalCurve): SurvivalQuantile {
  return survivalQuantile(curve, 0.5);
}
