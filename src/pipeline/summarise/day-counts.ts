import type { ValueRow } from '../../model/query.ts';
import type { DayCount } from '../../statistics/kaplan-meier.ts';

/** Rows of a tally of days, as the survival methods take them. */
export function dayCounts(rows: readonly ValueRow[]): DayCount[] {
  const at = (row: ValueRow, column: string) => Number(row[column] ?? 0);
  return rows.map((row) => ({
    day: at(row, 'day'),
    events: at(row, 'events'),
    censored: at(row, 'censored'),
  }));
}
