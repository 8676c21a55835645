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
    return days.indexOf(value) === place
      ? []
      : [{ code: 'conflicting-row', file, row, column: 'day', value }];
  });
  return { specialDays, problems };
}
