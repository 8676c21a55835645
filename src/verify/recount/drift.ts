import { chartedCounts, chartedRates, driftMeasure, fewestTested } from '../../model/charted.ts';
import { autocorrelation } from '../../statistics/autocorrelation.ts';
import { mannKendall } from '../../statistics/mann-kendall.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import type { Ground } from './ground.ts';
import { shown, without, type Numbers } from './numbers.ts';
import { settledSeries } from './series.ts';

/** Beyond this many standard errors an autocorrelation is no chance. */
const standardErrors = 1.96;

/** Whether the periods lean on the one before, or on the same season. */
function leans(values: readonly number[], slope: number, season: number): boolean {
  const left = values.map((value, place) => value - slope * place);
  const lags = values.length < 2 * season ? [1] : [1, season];
  return lags.some((lag) => (autocorrelation(left, lag) ?? 0) > standardErrors / Math.sqrt(values.length));
}

/** The slow drift of one measure of one subject, from its figures period by period; null for another kind of figure. */
export function recountDrift(ground: Ground, row: Row): Numbers | null {
  const charted = [...chartedCounts, ...chartedRates].find(
    (one) => driftMeasure(one) === cell(row, 'measure'),
  );
  if (charted === undefined) return null;
  const values = settledSeries(ground, row, charted).map((one) => numberIn(one, 'value') ?? 0);
  const base = values.length;
  const test = base < fewestTested ? null : mannKendall(values);
  return test === null || test.p === null || leans(values, test.slope, ground.season)
    ? without('not_estimable', { base })
    : shown({ base, value: test.slope, p: test.p });
}
