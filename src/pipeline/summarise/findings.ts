import type { Figure, Subject } from '../../model/figure.ts';
import { horizons, longestHorizon } from '../../model/horizon.ts';
import { allTime } from '../../model/published.ts';
import type { ValueRow } from '../../model/query.ts';
import { restrictedMean } from '../../statistics/restricted-mean.ts';
import { shareWithin } from '../../statistics/share-within.ts';
import { survivalMedian } from '../../statistics/survival-median.ts';
import { curveOf } from './day-counts.ts';
import { countFigure, makeFigure, rateFigure } from './make-figure.ts';

/** A subject in one period, with its row of the findings tally. */
export interface Place extends Subject {
  readonly period: string;
}

interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const at = (row: ValueRow | undefined, column: string) => Number(row?.[column] ?? 0);

/** The counts that are shown of all that was found. */
const ofFound = [
  'found',
  'confirmed',
  'claimed',
  'in_hand',
  'overdue',
  'refused',
  'transferred',
  'duplicate',
  'withdrawn',
  'reopened',
  'ever_reopened',
  'sent',
  'recurrent',
] as const;

/** The counts and rates of a row of the findings tally. A missing row means that there is nothing. */
export function findingFigures(place: Place, row: ValueRow | undefined, smallestBase: number): Figure[] {
  const heading = (measure: string) => ({ ...place, measure, question_id: '' });
  const count = (measure: string, value: number, base: number | null) =>
    countFigure(heading(measure), value, base);
  const found = at(row, 'found');
  const remedied = at(row, 'remedy_one_off') + at(row, 'remedy_mechanism');
  const judged = found - at(row, 'duplicate') - at(row, 'withdrawn');
  const oldest = row?.['oldest_open'] ?? null;
  return [
    ...ofFound.map((measure) => count(measure, at(row, measure), found)),
    count('open', at(row, 'in_hand') + at(row, 'overdue'), found),
    count('ever_claimed', at(row, 'claimed') + at(row, 'confirmed'), found),
    count('no_reply', at(row, 'no_reply'), at(row, 'overdue')),
    count('late', at(row, 'late'), at(row, 'claimed_with_deadline')),
    count('remedy_one_off', at(row, 'remedy_one_off'), remedied),
    count('remedy_mechanism', at(row, 'remedy_mechanism'), remedied),
    count('commendations', at(row, 'commendations'), null),
    rateFigure(heading('confirmed_rate'), at(row, 'confirmed'), judged, smallestBase),
    rateFigure(heading('on_time_rate'), at(row, 'confirmed_in_time'), at(row, 'matured'), smallestBase),
    oldest === null
      ? makeFigure(heading('oldest_open'), 'no_cases')
      : makeFigure(heading('oldest_open'), 'shown', { value: Number(oldest) }),
  ];
}

/**
 * The share there within so many days, the median, and over all time the mean within the horizon, from the days that the
 * findings of a place took. A curve that starts late says nothing of the first days, and so nothing of these.
 */
export function timeFigures(
  place: Place,
  what: 'claimed' | 'confirmed',
  rows: readonly ValueRow[],
  smallestBase: number,
): Figure[] {
  const curve = curveOf(rows, smallestBase);
  const base = curve.total;
  const heading = (measure: string) => ({ ...place, measure, question_id: '' });
  const missing =
    base === 0 ? 'no_cases' : base < smallestBase ? 'too_few' : curve.startDay > 0 ? 'not_estimable' : null;
  const estimate = (measure: string, numbers: Estimate | null): Figure =>
    missing !== null || numbers === null || numbers.value === null
      ? makeFigure(heading(measure), missing ?? 'not_estimable', { base })
      : makeFigure(heading(measure), 'shown', { base, ...numbers });
  const median = survivalMedian(curve);
  const shares = horizons.map((days) => {
    const share = shareWithin(curve, days);
    return estimate(
      `${what}_within_${days}`,
      share && { value: share.share, low: share.lower, high: share.upper },
    );
  });
  const restricted = place.period === allTime ? [restrictedMean(curve, longestHorizon)] : [];
  return [
    ...shares,
    estimate(`median_days_to_${what}`, { value: median.day, low: median.lower, high: median.upper }),
    ...restricted.map((mean) =>
      estimate(
        `mean_days_to_${what}_within_${longestHorizon}`,
        mean && { value: mean.mean, low: mean.lower, high: mean.upper },
      ),
    ),
  ];
}

/** The counts of a tally row that are figures as they are. */
export function plainFigures(place: Place, measures: readonly string[], row: ValueRow | undefined): Figure[] {
  return measures.map((measure) =>
    countFigure({ ...place, measure, question_id: '' }, at(row, measure), null),
  );
}
