import {
  chartedCounts,
  chartedRates,
  driftMeasure,
  fewestTested,
  settlingDays,
  settlingRates,
} from '../model/charted.ts';
import { autocorrelation } from '../statistics/autocorrelation.ts';
import { mannKendall } from '../statistics/mann-kendall.ts';
import { shown, without, type Numbers } from './numbers.ts';
import { cell, numberIn, type PublicTables, type Row } from './read-table.ts';

/** Beyond this many standard errors an autocorrelation is no chance. */
const standardErrors = 1.96;

/** Whether the periods lean on the one before, or on the same season. */
function leans(values: readonly number[], slope: number, season: number): boolean {
  const left = values.map((value, place) => value - slope * place);
  const lags = values.length < 2 * season ? [1] : [1, season];
  return lags.some((lag) => (autocorrelation(left, lag) ?? 0) > standardErrors / Math.sqrt(values.length));
}

const days = (from: string, to: string) =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** The slow drift of one measure of one subject, from its figures period by period; null for another kind of figure. */
export function recountDrift({ figures, periods, programme }: PublicTables, row: Row): Numbers | null {
  const charted = [...chartedCounts, ...chartedRates].find(
    (one) => driftMeasure(one) === cell(row, 'measure'),
  );
  if (charted === undefined) return null;
  const fact = (name: string) =>
    cell(
      programme.find((one) => cell(one, 'field') === name),
      'value',
    );
  const wait = settlingRates.has(charted) ? settlingDays : 0;
  const over = periods
    .filter((period) => days(cell(period, 'ends_on'), fact('cutoff')) >= wait)
    .map((period) => cell(period, 'period'));
  const same = figures.filter(
    (one) =>
      cell(one, 'measure') === charted &&
      cell(one, 'status') === 'shown' &&
      ['subject_kind', 'subject_id', 'question_id'].every(
        (column) => cell(one, column) === cell(row, column),
      ),
  );
  const byPeriod = new Map(same.map((one) => [cell(one, 'period'), numberIn(one, 'value') ?? 0]));
  const values = over.map((period) => byPeriod.get(period)).filter((value) => value !== undefined);
  const base = values.length;
  const test = base < fewestTested ? null : mannKendall(values);
  const season = fact('period') === 'month' ? 12 : 4;
  return test === null || test.p === null || leans(values, test.slope, season)
    ? without('not_estimable', { base })
    : shown({ base, value: test.slope });
}
