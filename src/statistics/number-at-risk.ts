import { sum } from 'simple-statistics';
import type { SurvivalCurve } from './kaplan-meier.ts';
import { requireCount } from './requirements.ts';

/**
 * Number at risk on a day.
 *
 * Question: how many cases were under observation and still open just before the end of this day of their life?
 * It says how much a point of the curve rests on; not the number of cases open today.
 *
 * Method: those at risk on the first day of the curve, and who entered since, less those that left since (entry < day
 * <= exit).
 *
 * Edges: 0 beyond the last day, before a delayed start and on an empty curve; throws for a day that is no whole number from zero.
 *
 * @example
 * numberAtRisk(kaplanMeier([{ day: 5, events: 2, censored: 1 }, { day: 10, events: 1, censored: 4 }]), 6) // => 5
 * numberAtRisk(kaplanMeier([]), 6) // => 0
 */
export function numberAtRisk(curve: SurvivalCurve, day: number): number {
  requireCount('numberAtRisk', day);
  const first = curve.steps[0];
  if (first === undefined || day < curve.startDay) return 0;
  const enteredBefore = (limit: number) =>
    sum(curve.entries.filter((entry) => entry.day < limit).map((entry) => entry.entered));
  const left = curve.steps.filter((step) => step.day < day).map((step) => step.events + step.censored);
  return first.atRisk + enteredBefore(day) - enteredBefore(first.day) - sum(left);
}
