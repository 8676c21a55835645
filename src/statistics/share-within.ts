import type { SurvivalCurve } from './kaplan-meier.ts';
import { requireCount } from './requirements.ts';

/** Share that ended within so many days; the limits are null where they are undefined. */
export interface ShareWithin {
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Share ended within a number of days.
 *
 * Question: which share is rectified and confirmed within 15, 30 or 60 days of discovery? The share of closed cases
 * that took so long overstates it, because the slow ones are still open. Not for beyond the follow-up.
 *
 * Method: one minus the Kaplan-Meier curve at that day, with its log-log limits turned over.
 *
 * Edges: null (not estimable) beyond the last day under observation while anything is open, before the curve
 * starts, and on an empty curve. Limits are null while there was no event and when nothing is left open. Throws
 * for a day that is no whole number from zero.
 *
 * @example
 * shareWithin(kaplanMeier([{ day: 5, events: 1, censored: 3 }]), 5) // => {"share":0.25,"lower":0.039451,"upper":0.872053}
 * shareWithin(kaplanMeier([{ day: 5, events: 1, censored: 3 }]), 4) // => {"share":0,"lower":null,"upper":null}
 * shareWithin(kaplanMeier([{ day: 5, events: 1, censored: 3 }]), 30) // => null
 */
export function shareWithin(curve: SurvivalCurve, day: number): ShareWithin | null {
  requireCount('shareWithin', day);
  const last = curve.steps.at(-1);
  if (last === undefined || day < curve.startDay) return null;
  if (day > last.day && last.survival > 0) return null;
  const step = curve.steps.findLast((candidate) => candidate.day <= day);
  if (step === undefined) return { share: 0, lower: null, upper: null };
  return {
    share: 1 - step.survival,
    lower: step.upper === null ? null : 1 - step.upper,
    upper: step.lower === null ? null : 1 - step.lower,
  };
}
