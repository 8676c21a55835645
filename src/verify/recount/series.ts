import { settlingDays, settlingRates } from '../../model/charted.ts';
import { cell, type Row } from '../read-table.ts';
import { daysBetween } from './days.ts';
import { seriesKey, type Ground } from './ground.ts';

/** The shown figures of one measure of a row's subject in the periods that are over and settled, in their order. */
export function settledSeries(ground: Ground, row: Row, measure: string): Row[] {
  const { tables, clock, series } = ground;
  const wait = settlingRates.has(measure) ? settlingDays : 0;
  const byPeriod = new Map(
    (series.get(seriesKey(row, measure)) ?? [])
      .filter((one) => cell(one, 'status') === 'shown')
      .map((one) => [cell(one, 'period'), one]),
  );
  return tables.periods
    .filter((period) => daysBetween(cell(period, 'ends_on'), clock.on) >= wait)
    .map((period) => byPeriod.get(cell(period, 'period')))
    .filter((one) => one !== undefined);
}
