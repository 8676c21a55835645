import { longestHorizon } from './horizon.ts';

/** The counts of each period that have a control chart and changes: what happened in it, whatever happens later. */
export const chartedCounts = ['found', 'claims_made', 'confirmations_made', 'reopenings_made'] as const;

/** The rates of each period that have a control chart and changes. */
export const chartedRates = ['on_time_rate', 'positive_rate', 'favourable_rate'] as const;

/** What the trend of a measure is followed for. */
export const followedKinds: ReadonlySet<string> = new Set(['programme', 'department']);

/** From this mean base on, plain limits of a p-chart flag nearly everything. */
export const largeBase = 1000;

/** Rates of the findings of a period, which go on changing until their deadlines have passed and were checked. */
export const settlingRates: ReadonlySet<string> = new Set(['on_time_rate']);

/** Days after the end of a period until its findings have been due and checked. */
export const settlingDays = longestHorizon;

/** With fewer periods than this, limits are too loose to be worth drawing. */
export const fewestCharted = 6;

/** With fewer a period on average, one more or less is half of it, and every step looks like a signal. */
export const smallestChartedMean = 2;

/** A slow drift is not tested for in fewer periods. */
export const fewestTested = 8;

/** The kinds of finding whose pace is compared by a test: named beforehand, and no more. */
export const contrasts = ['channel', 'severity', 'cohort'] as const;

/** The name under which a measure's change is published: against the period before, or the same of the year before. */
export function changeMeasure(measure: string, against: 'previous' | 'year'): string {
  return `${measure}_on_${against}`;
}

/** The name under which a measure's slow drift is published. */
export function driftMeasure(measure: string): string {
  return `${measure}_drift`;
}
