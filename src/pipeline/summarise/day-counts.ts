import type { ValueRow } from '../../model/query.ts';
import { kaplanMeier, type DayCount, type SurvivalCurve } from '../../statistics/kaplan-meier.ts';

/** Rows of a tally of days, as the survival methods take them. */
export function dayCounts(rows: readonly ValueRow[]): DayCount[] {
  const at = (row: ValueRow, column: string) => Number(row[column] ?? 0);
  return rows.map((row) => ({
    day: at(row, 'day'),
    events: at(row, 'events'),
    censored: at(row, 'censored'),
    entered: at(row, 'entered'),
  }));
}

/**
 * The curve of a tally of days. Where some were taken over from an older register the first days may rest on very few, so
 * the curve starts only where it rests on the smallest judged base; nothing can then be said of the days before.
 */
export function curveOf(rows: readonly ValueRow[], smallestBase: number): SurvivalCurve {
  const counts = dayCounts(rows);
  const late = counts.some(({ entered = 0 }) => entered > 0);
  return kaplanMeier(counts, late ? { minimumAtRisk: smallestBase } : {});
}
