import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Programme } from '../../model/programme.ts';
import type { SpecialDay } from '../../model/special-day.ts';

/** One day of the working-day calendar. */
export interface CalendarDay {
  readonly day: string;
  readonly working: boolean;
  /** Working days from the start of the calendar up to and with this day. */
  readonly ordinal: number;
}

/** What a programme counts its working days by. */
export interface WorkingCalendar {
  /** Every day of the years that are known, one after the other, with its place among the working days. */
  readonly days: readonly CalendarDay[];
  /** Those of them that are not what their weekday says, in order. */
  readonly special: readonly SpecialDay[];
  /** How many holidays from Monday to Friday are known of a year, whether or not that is the whole of it. */
  readonly holidaysIn: (year: number) => number;
}

const dayLength = 86_400_000;

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

const yearOf = (day: string) => Number(day.slice(0, 4));
const isSpecial = ({ day, working }: SpecialDay) => isWeekend(day) === working;

/** The days that the State Council's notices name, as far as the calendar we carry knows them. */
const noticed = [
  ...Object.entries(notices.holidays).map((entry) => [...entry, false] as const),
  ...Object.entries(notices.workdays).map((entry) => [...entry, true] as const),
]
  .map(([day, said, working]): SpecialDay => {
    const [en = '', zh = ''] = said.split(',');
    return { day, working, occasion: { zh, en } };
  })
  .filter(isSpecial);

function countHolidays(special: readonly SpecialDay[]): ReadonlyMap<number, number> {
  const holidays = special.filter(({ working }) => !working);
  return new Map(
    [...Map.groupBy(holidays, ({ day }) => yearOf(day))].map(([year, days]) => [year, days.length]),
  );
}

const noticedHolidays = countHolidays(noticed);

/**
 * No notice names fewer holidays from Monday to Friday in a year. Of a year of which the office lists fewer the notice is not known:
 * some are holidays of its own region.
 */
export const fewestHolidays = Math.min(...noticedHolidays.values());

/** The years from the first on that are known, without a gap: beyond one nobody can count. */
function unbroken(years: ReadonlySet<number>): number[] {
  const known: number[] = [];
  for (let year = Math.min(...years); years.has(year); year += 1) known.push(year);
  return known;
}

function eachDay(years: readonly number[], special: readonly SpecialDay[]): CalendarDay[] {
  const told = new Map(special.map(({ day, working }) => [day, working]));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: CalendarDay[] = [];
  let ordinal = 0;
  for (let time = Date.UTC(first, 0, 1); time <= Date.UTC(last, 11, 31); time += dayLength) {
    const day = dayText(time);
    const working = told.get(day) ?? !isWeekend(day);
    if (working) ordinal += 1;
    days.push({ day, working, ordinal });
  }
  return days;
}

/**
 * What working days are counted by: Monday to Friday without public holidays, with the make-up days (调休) on which people do work. The
 * n-th working day after a day is the one whose ordinal is n higher, so that the day itself does not count (Civil Code, article 201).
 * In China these are the days of the State Council's notices, where the office lists nothing else for a day; a year that none of those
 * we carry covers is known as soon as the list has a whole notice. A calendar of its own is what the office lists, and goes as far.
 *
 * @example
 * calendarOf({ calendar: 'china', specialDays: [] }).special.find(({ day }) => day > '2025'); // => {"day":"2025-01-01","working":false,"occasion":{"zh":"元旦","en":"New Year's Day"}}
 * calendarOf({ calendar: 'none', specialDays: [] }).days; // => []
 */
export function calendarOf({
  calendar,
  specialDays,
}: {
  readonly calendar: Programme['calendar'];
  readonly specialDays: readonly SpecialDay[];
}): WorkingCalendar {
  const [base, covered, fewest] =
    calendar === 'china' ? [noticed, noticedHolidays.keys(), fewestHolidays] : [[], [], 1];
  const listed = calendar === 'none' ? [] : specialDays;
  const byDay = new Map([...base, ...listed].map((one) => [one.day, one]));
  const special = [...byDay.values()].filter(isSpecial).sort((one, other) => (one.day < other.day ? -1 : 1));
  const holidays = countHolidays(special);
  const whole = [...holidays].flatMap(([year, days]) => (days >= fewest ? [year] : []));
  const years = unbroken(new Set([...covered, ...whole]));
  return {
    days: eachDay(years, special),
    special: special.filter(({ day }) => years.includes(yearOf(day))),
    holidaysIn: (year) => holidays.get(year) ?? 0,
  };
}
