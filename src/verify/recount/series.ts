import { settlingDays, settlingRates } from '../../model/charted.ts';
import { wasThere } from '../../model/department-life.ts';
import { cell, type PublicTables, type Row } from '../read-table.ts';
import { daysBetween } from './days.ts';
import { seriesKey, type Ground } from './ground.ts';

/** Whether the subject of a row was there in a period: a department is founded, and may end. */
function wasThereIn({ departments }: PublicTables, row: Row): (period: Row) => boolean {
  const department =
    cell(row, 'subject_kind') === 'department'
      ? departments.find((one) => cell(one, 'department_id') === cell(row, 'subject_id'))
      : undefined;
  if (department === undefined) return () => true;
  const life = { since: cell(department, 'since'), until: cell(department, 'until') };
  return (period) =>
    wasThere(life, { starts_on: cell(period, 'starts_on'), ends_on: cell(period, 'ends_on') });
}

/** The shown figures of one measure of a row's subject in the periods that are over and settled, in their order. */
export function settledSeries(ground: Ground, row: Row, measure: string): Row[] {
  const { tables, clock, series } = ground;
  const wait = settlingRates.has(measure) ? settlingDays : 0;
  const byPeriod = new Map(
    (series.get(seriesKey(row, measure)) ?? [])
      .filter((one) => cell(one, 'status') === 'shown')
      .map((one) => [cell(one, 'period'), one]),
  );
  const isThere = wasThereIn(tables, row);
  return tables.periods
    .filter(isThere)
    .filter((period) => daysBetween(cell(period, 'ends_on'), clock.on) >= wait)
    .map((period) => byPeriod.get(cell(period, 'period')))
    .filter((one) => one !== undefined);
}
