import type { Problem } from '../../model/problem.ts';
import type { Programme } from '../../model/programme.ts';
import type { Cutoff } from '../../model/register.ts';
import type { Words } from '../../model/words.ts';
import { fewestHolidays, type WorkingCalendar } from './calendar.ts';
import type { Database } from './database.ts';
import type { StateCheck } from './state-check.ts';

/** What a list of days must have for its year to be known. */
function daysToList({ calendar }: Programme, { holidaysIn }: WorkingCalendar, year: string): Words {
  const worked = { zh: '上班的周末写 true', en: 'weekend days that are worked as true' };
  if (calendar === 'own')
    return {
      zh: `放假的周一至周五写 false，${worked.zh}`,
      en: `holidays from Monday to Friday as false, ${worked.en}`,
    };
  const known = holidaysIn(Number(year));
  return {
    zh: `照国务院通知，放假的周一至周五写 false（哪一年都不少于 ${fewestHolidays} 天，现有 ${known} 天），${worked.zh}`,
    en: `by the notice of the State Council, holidays from Monday to Friday as false (never fewer than ${fewestHolidays} a year; ${known} known), ${worked.en}`,
  };
}

/** A cut-off in a year of which nobody knows the working days, where days are counted up to it: for what a department has not mended. */
export async function cutoffProblems(
  database: Database,
  programme: Programme,
  { on }: Cutoff,
  calendar: WorkingCalendar,
): Promise<Problem[]> {
  if (programme.calendar === 'none' || on === '' || calendar.days.some(({ day }) => day === on)) return [];
  const waiting = await database.query(
    'SELECT finding_id FROM finding_fact WHERE open AND (sent_on IS NOT NULL OR deadline_on IS NOT NULL) LIMIT 1',
  );
  if (waiting.length === 0) return [];
  const value = on.slice(0, 4);
  const detail = daysToList(programme, calendar, value);
  return [{ code: 'calendar-missing', file: 'programme.yaml', value, detail }];
}

/**
 * A calendar that ends before the deadline of what may be sent next: told while there is time to list the days of the year after it,
 * and not on the day on which a drop cannot be published without them.
 */
export function calendarEnds(programme: Programme, { on }: Cutoff, calendar: WorkingCalendar): Problem[] {
  const now = calendar.days.find(({ day }) => day === on);
  const last = calendar.days.at(-1);
  const longest = Math.max(0, ...Object.values(programme.deadlines ?? {}));
  if (now === undefined || last === undefined || last.ordinal - now.ordinal >= longest) return [];
  const detail = daysToList(programme, calendar, String(Number(last.day.slice(0, 4)) + 1));
  return [{ code: 'calendar-ends', file: 'programme.yaml', value: last.day, detail }];
}

/** What only makes sense where deadlines are counted in working days: a year that is not known, a deadline that differs from the rule. */
export function calendarChecks(programme: Programme, calendar: WorkingCalendar): readonly StateCheck[] {
  if (programme.calendar === 'none') return [];
  return [
    {
      code: 'due-date-differs',
      sql: `
      SELECT current_finding.drop_rank, current_finding.source_row, CAST(deadline.due_on AS VARCHAR) AS given,
        CAST(deadline.computed_due_on AS VARCHAR) AS computed
      FROM deadline
      INNER JOIN current_finding ON current_finding.finding_id = deadline.finding_id
      WHERE current_finding.due_on IS NOT NULL AND deadline.computed_due_on <> deadline.due_on`,
      found: (row) => ({ column: 'due_on', value: `${row['given']} / ${row['computed']}` }),
    },
    {
      code: 'calendar-missing',
      sql: `
      SELECT current_finding.drop_rank, current_finding.source_row,
        CASE WHEN sent.day IS NULL THEN EXTRACT(YEAR FROM history.sent_on) ELSE EXTRACT(YEAR FROM history.sent_on) + 1 END AS missing_year
      FROM deadline
      INNER JOIN current_finding ON current_finding.finding_id = deadline.finding_id
      INNER JOIN history ON history.finding_id = deadline.finding_id
      LEFT JOIN calendar AS sent ON sent.day = history.sent_on
      WHERE history.sent_on IS NOT NULL AND deadline.working_days IS NOT NULL AND deadline.computed_due_on IS NULL
        AND current_finding.due_on IS NULL`,
      found: (row) => {
        const value = String(row['missing_year']);
        return { value, detail: daysToList(programme, calendar, value) };
      },
    },
  ];
}
