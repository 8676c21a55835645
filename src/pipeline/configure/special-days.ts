import { isDay } from '../../model/is-day.ts';
import { isPlausibleYear } from '../../model/plausible-year.ts';
import type { Problem } from '../../model/problem.ts';
import type { SpecialDay } from '../../model/special-day.ts';
import type { LookupRows } from './lookups.ts';

const file = 'lookup/special_days.csv';
const occasion = /^occasion_(.+)$/;

/** The days that an office lists for its working-day calendar, each once. */
export function specialDaysOf({ rows }: LookupRows): {
  readonly specialDays: SpecialDay[];
  readonly problems: Problem[];
} {
  const specialDays = rows.map(({ cells }): SpecialDay => {
    const named = Object.entries(cells).flatMap(([column, cell]) => {
      const language = occasion.exec(column)?.[1];
      return language === undefined ? [] : [[language, cell] as const];
    });
    const { day = '', working } = cells;
    return { day, working: working === 'true', occasion: { zh: '', en: '', ...Object.fromEntries(named) } };
  });
  const days = specialDays.map(({ day }) => day);
  const problems = rows.flatMap(({ row }, place): Problem[] => {
    const value = days[place] ?? '';
    if (days.indexOf(value) !== place) return [{ code: 'conflicting-row', file, row, column: 'day', value }];
    // A calendar goes from its first year on as far as every year is known: it would end with that of a slip. A day that is none is told elsewhere.
    return !isDay(value) || isPlausibleYear(Number(value.slice(0, 4)))
      ? []
      : [{ code: 'bad-date', file, row, column: 'day', value, detail: '2027-01-01' }];
  });
  return { specialDays, problems };
}
