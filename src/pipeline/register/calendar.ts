import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { SpecialDay } from '../../model/register.ts';

/** One day of the working-day calendar. */
export interface CalendarDay {
  readonly day: string;
  readonly working: boolean;
  /** Working days from the start of the calendar up to and with this day. */
  readonly ordinal: number;
}

const dayLength = 86_400_000;

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

/** The years that the State Council's notices cover, as far as the calendar we carry knows them. */
export function calendarYears(): number[] {
  const years = Object.keys(calendar.holidays).map((day) => Number(day.slice(0, 4)));
  return [...new Set(years)].sort((a, b) => a - b);
}

/**
 * Every day of the calendar, with its place among the working days: Monday to Friday without public holidays, with the
 * make-up days (调休) on which people do work. The n-th working day after a day is the one whose ordinal is n higher,
 * so that the day itself does not count (Civil Code, article 201).
 */
export function workingDays(): CalendarDay[] {
  const years = calendarYears();
  const holidays = new Set(Object.keys(calendar.holidays));
  const makeUpDays = new Set(Object.keys(calendar.workdays));
  const last = Date.UTC(years.at(-1) ?? 0, 11, 31);
  const days: CalendarDay[] = [];
  let ordinal = 0;
  for (let time = Date.UTC(years[0] ?? 0, 0, 1); time <= last; time += dayLength) {
    const day = dayText(time);
    const working = makeUpDays.has(day) || (!isWeekend(day) && !holidays.has(day));
    if (working) ordinal += 1;
    days.push({ day, working, ordinal });
  }
  return days;
}

/**
 * The days of a year and of all years after it that are not what their weekday says, in order: with them anybody can tell a working
 * day from another.
 *
 * @example
 * specialDays(2025)[0]; // => {"day":"2025-01-01","working":false,"occasion":{"zh":"元旦","en":"New Year's Day"}}
 */
export function specialDays(firstYear: number): SpecialDay[] {
  const listed = (days: Readonly<Record<string, string>>, working: boolean) =>
    Object.entries(days).flatMap(([day, said]): SpecialDay[] => {
      if (Number(day.slice(0, 4)) < firstYear || isWeekend(day) !== working) return [];
      const [en = '', zh = ''] = said.split(',');
      return [{ day, working, occasion: { zh, en } }];
    });
  return [...listed(calendar.holidays, false), ...listed(calendar.workdays, true)].sort((one, other) =>
    one.day < other.day ? -1 : 1,
  );
}
