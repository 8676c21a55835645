import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requireCount, requireProbability } from './requirements.ts';

/** Mean number of days open within the first `horizon` days. */
export interface RestrictedMean {
  readonly mean: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** Days times share open from each step to the next, the last one up to the horizon. */
function areas(steps: readonly SurvivalStep[], horizon: number): readonly number[] {
  return steps.map((step, position) => step.survival * ((steps[position + 1]?.day ?? horizon) - step.day));
}

/**
 * Restricted mean time.
 *
 * Question: how many of the first `horizon` days was a case open on average? The plain mean is not known while cases
 * are open; compare groups only up to the shortest follow-up among them.
 *
 * Method: area under the Kaplan-Meier curve up to the horizon, with Greenwood's variance of it and a normal interval,
 * as R's survival:::survmean(rmean = horizon).
 *
 * Edges: null beyond the last day under observation while anything is open, when the curve starts late, and on an
 * empty curve. Throws for a horizon that is no whole number from zero.
 *
 * @example
 * restrictedMean(kaplanMeier([{ day: 2, events: 1, censored: 0 }, { day: 4, events: 0, censored: 1 }]), 4).mean // => 3
 * restrictedMean(kaplanMeier([{ day: 2, events: 1, censored: 0 }, { day: 4, events: 0, censored: 1 }]), 5) // => null
 * restrictedMean(kaplanMeier([]), 1.5) // => throws restrictedMean needs counts that are whole numbers from zero, got 1.5
 */
export function restrictedMean(
  curve: SurvivalCurve,
  horizon: number,
  confidence = 0.95,
): RestrictedMean | null {
  requireCount('restrictedMean', horizon);
  requireProbability('restrictedMean', confidence);
  const last = curve.steps.at(-1);
  if (last === undefined || curve.startDay > 0) return null;
  if (horizon > last.day && last.survival > 0) return null;
  const steps = curve.steps.filter((step) => step.day <= horizon);
  const beforeFirst = steps[0]?.day ?? horizon;
  let areaAfter = 0;
  let variance = 0;
  for (const [position, area] of [...areas(steps, horizon).entries()].reverse()) {
    const { atRisk, events } = steps[position] as SurvivalStep;
    areaAfter += area;
    if (atRisk > events) variance += (areaAfter * areaAfter * events) / atRisk / (atRisk - events);
  }
  const mean = beforeFirst + areaAfter;
  const standardError = Math.sqrt(variance);
  const reach = -normalQuantile((1 - confidence) / 2) * standardError;
  return { mean, standardError, lower: Math.max(0, mean - reach), upper: Math.min(horizon, mean + reach) };
}
