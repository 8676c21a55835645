import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

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
    const weekday = new Date(time).getUTCDay();
    const working = makeUpDays.has(day) || (weekday !== 0 && weekday !== 6 && !holidays.has(day));
    if (working) ordinal += 1;
    days.push({ day, working, ordinal });
  }
  return days;
}
