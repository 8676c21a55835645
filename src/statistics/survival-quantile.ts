import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';
import { requireProbability } from './requirements.ts';

/** Rounding of the product must not move a plateau that is exact on paper (0.5 as 0.5000000000000001). */
const tolerance = 1e-12;

/** A day, and the days between which it may lie; null is "not yet reached". */
export interface SurvivalQuantile {
  readonly day: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Quantile of time, with interval.
 *
 * Question: after how many days had the share `ended` of all cases ended, open ones counted? Not a mean, and not the
 * quantile of closed cases.
 *
 * Method: the first day on which the Kaplan-Meier curve is at or below 1 - ended; the interval holds the days on
 * which the log-log limits cross that height (Brookmeyer and Crowley 1982).
 *
 * Edges: each part is null when it is not yet reached, or never (an empty curve). Equality is taken with a tolerance
 * of 1e-12. Throws unless 0 < ended < 1.
 *
 * @example
 * survivalQuantile(kaplanMeier([{ day: 3, events: 5, censored: 0 }, { day: 9, events: 3, censored: 2 }]), 0.25) // => {"day":3,"lower":3,"upper":9}
 * survivalQuantile(kaplanMeier([{ day: 5, events: 1, censored: 3 }]), 0.9) // => {"day":null,"lower":null,"upper":null}
 */
export function survivalQuantile(curve: SurvivalCurve, ended: number): SurvivalQuantile {
  const height = 1 - requireProbability('survivalQuantile', ended) + tolerance;
  const firstBelow = (of: (step: SurvivalStep) => number | null) =>
    curve.steps.find((step) => (of(step) ?? Number.POSITIVE_INFINITY) <= height)?.day ?? null;
  return {
    day: firstBelow((step) => step.survival),
    lower: firstBelow((step) => step.lower),
    upper: firstBelow((step) => step.upper),
  };
}
