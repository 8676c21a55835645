import { normalQuantile } from './normal-quantile.ts';
import { requireCount, requireProbability } from './requirements.ts';

/**
 * What happened on one whole day after discovery: `events` ended as hoped (confirmed), `censored` were still open
 * when last seen, `entered` came under observation on this day of their life, because they were imported from an
 * older register; they are at risk from the next day on. Whoever is not in `entered` was watched from the start,
 * day 0 included.
 */
export interface DayCount {
  readonly day: number;
  readonly events: number;
  readonly censored: number;
  readonly entered?: number;
}

/** The curve from `day` until the next step. `lower` and `upper` are null where they are undefined. */
export interface SurvivalStep {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly standardError: number;
  /** Standard error of the logarithm of `survival`; null when nothing is left. */
  readonly logStandardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Share still open by days since discovery. */
export interface SurvivalCurve {
  readonly total: number;
  readonly events: number;
  readonly censored: number;
  /** From this day on the curve speaks; above 0 only if `minimumAtRisk` delays it. */
  readonly startDay: number;
  /** The last day with anything under observation; null when there was nothing. */
  readonly lastDay: number | null;
  readonly steps: readonly SurvivalStep[];
  readonly entries: readonly { readonly day: number; readonly entered: number }[];
}

export interface SurvivalOptions {
  /** Confidence of the limits (default 0.95). */
  readonly confidence?: number;
  /** Start at the first day with so many at risk (default 1); for late entries, whose first days are thin. */
  readonly minimumAtRisk?: number;
}

interface Day {
  readonly day: number;
  readonly events: number;
  readonly censored: number;
  readonly entered: number;
}

function mergeDays(counts: readonly DayCount[]): readonly Day[] {
  const days = new Map<number, Day>();
  for (const { day, events, censored, entered = 0 } of counts) {
    for (const count of [day, events, censored, entered]) requireCount('kaplanMeier', count);
    const known = days.get(day) ?? { events: 0, censored: 0, entered: 0 };
    days.set(day, {
      day,
      events: known.events + events,
      censored: known.censored + censored,
      entered: known.entered + entered,
    });
  }
  return [...days.values()].sort((one, other) => one.day - other.day);
}

function total(days: readonly Day[], key: 'events' | 'censored' | 'entered'): number {
  return days.reduce((sum, day) => sum + day[key], 0);
}

/** Who leaves on a day was at risk on it; who enters on a day is at risk from the next. */
function addRisk(days: readonly Day[]): readonly (Day & { readonly atRisk: number })[] {
  let atRisk = total(days, 'events') + total(days, 'censored') - total(days, 'entered');
  return days.map((day) => {
    const leaving = day.events + day.censored;
    if (atRisk < leaving) {
      throw new Error(
        `kaplanMeier needs as many at risk as leave, got ${leaving} of ${atRisk} on day ${day.day}`,
      );
    }
    const withRisk = { ...day, atRisk };
    atRisk += day.entered - leaving;
    return withRisk;
  });
}

/** Symmetric on the scale ln(-ln S); undefined where S is 1 (no event yet) or 0. */
function logLogLimits(survival: number, logStandardError: number | null, z: number) {
  if (logStandardError === null || logStandardError === 0) return { lower: null, upper: null };
  const logSurvival = Math.log(survival);
  const factor = Math.exp((z * logStandardError) / -logSurvival);
  return { lower: Math.exp(logSurvival * factor), upper: Math.exp(logSurvival / factor) };
}

function makeSteps(days: readonly (Day & { readonly atRisk: number })[], z: number): readonly SurvivalStep[] {
  let survival = 1;
  let variance = 0;
  return days
    .filter((day) => day.events + day.censored > 0)
    .map(({ day, atRisk, events, censored }) => {
      const remaining = atRisk - events;
      survival *= remaining / atRisk;
      if (survival > 0) variance += events / atRisk / remaining;
      const logStandardError = survival > 0 ? Math.sqrt(variance) : null;
      const standardError = survival * Math.sqrt(variance);
      const limits = logLogLimits(survival, logStandardError, z);
      return { day, atRisk, events, censored, survival, standardError, logStandardError, ...limits };
    });
}

/**
 * Kaplan-Meier curve from counts by day.
 *
 * Question: which share is still open so many days after discovery, when some are still open today? For time to
 * confirmation; means or medians of closed cases only are biased low. Not for withdrawn or merged findings, which
 * are left out before.
 *
 * Method: product limit estimate (Kaplan and Meier 1958) with Greenwood's variance and log-log limits, as R's
 * survfit(conf.type = "log-log"). On a day with both, events come before censoring. Late entries are at risk for
 * entry < day <= exit. Reopened findings count once, from first discovery to last closure.
 *
 * Edges: no counts give a curve without steps. Limits are null before the first event and when nothing is left.
 * Days come in any order and may repeat. Throws for numbers that are no counts and when more leave than are at
 * risk.
 *
 * @example
 * kaplanMeier([{ day: 5, events: 2, censored: 1 }, { day: 10, events: 1, censored: 4 }]).steps[1].survival // => 0.6
 * kaplanMeier([{ day: 5, events: 1, censored: 3 }]).steps[0].lower // => 0.127947
 * kaplanMeier([]).lastDay // => null
 * kaplanMeier([{ day: -1, events: 1, censored: 0 }]) // => throws kaplanMeier needs counts that are whole numbers from zero, got -1
 */
export function kaplanMeier(counts: readonly DayCount[], options: SurvivalOptions = {}): SurvivalCurve {
  const { confidence = 0.95, minimumAtRisk = 1 } = options;
  const z = -normalQuantile((1 - requireProbability('kaplanMeier', confidence)) / 2);
  const days = addRisk(mergeDays(counts));
  const firstThick = days.findIndex((day) => day.atRisk >= minimumAtRisk);
  const steps = makeSteps(firstThick === -1 ? [] : days.slice(firstThick), z);
  return {
    total: total(days, 'events') + total(days, 'censored'),
    events: total(days, 'events'),
    censored: total(days, 'censored'),
    startDay: firstThick > 0 && minimumAtRisk > 1 ? (days[firstThick] as Day).day : 0,
    lastDay: steps.at(-1)?.day ?? null,
    steps,
    entries: days.filter((day) => day.entered > 0).map(({ day, entered }) => ({ day, entered })),
  };
}
