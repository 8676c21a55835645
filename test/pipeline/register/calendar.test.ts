import { describe, expect, it } from 'vitest';
import type { SpecialDay } from '../../../src/model/special-day.ts';
import { calendarOf, fewestHolidays } from '../../../src/pipeline/register/calendar.ts';
import { readRows } from '../../statistics/reference.ts';
import reference from '../../reference/dates/cn_workday_calendar.json' with { type: 'json' };

const { days, special } = calendarOf({ calendar: 'china', specialDays: [] });
const byDay = new Map(days.map((day) => [day.day, day]));

function ordinal(day: string): number {
  const found = byDay.get(day);
  if (found === undefined) throw new Error(`the calendar has no ${day}`);
  return found.ordinal;
}

const reviewed = reference as {
  readonly years: readonly number[];
  readonly off_days: readonly string[];
  readonly make_up_workdays: readonly string[];
};

describe('the calendar of China', () => {
  it('agrees with the notices of the State Council on every day of the reviewed calendar', () => {
    const off = new Set(reviewed.off_days);
    const makeUp = new Set(reviewed.make_up_workdays);
    const ofYears = days.filter(({ day }) => reviewed.years.includes(Number(day.slice(0, 4))));
    expect(ofYears).toHaveLength(366 + 365 + 365);
    const differing = ofYears.filter(({ day, working }) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return working !== (makeUp.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day)));
    });
    expect(differing).toEqual([]);
  });

  it('has every day once, in order, without a gap', () => {
    for (const [position, { day }] of days.slice(1).entries())
      expect(Date.parse(day) - Date.parse(days[position]?.day ?? '')).toBe(86_400_000);
  });

  it('finds the n-th working day after a day, the day itself not counted', () => {
    const cases = readRows('dates/workdays_due.csv');
    expect(cases.length).toBeGreaterThan(100);
    for (const { start = '', n = '', due } of cases) {
      const wanted = ordinal(start) + Number(n);
      expect(days.find((day) => day.working && day.ordinal === wanted)?.day, `${n} after ${start}`).toBe(due);
    }
  });

  it('counts the working days after one day up to another', () => {
    for (const { from = '', to = '', workdays = '' } of readRows('dates/workdays_between.csv'))
      expect(Math.max(0, ordinal(to) - ordinal(from)), `${from} to ${to}`).toBe(Number(workdays));
  });

  it('ends with the last year of which the notice is known', () => {
    expect(days.at(-1)?.day).toBe(`${special.at(-1)?.day.slice(0, 4)}-12-31`);
    expect(days.at(-1)?.day.slice(0, 4) ?? '').toSatisfy((year: string) => Number(year) >= 2026);
  });

  it('has special days, which are all that is needed beside the weekday to tell a working day from another', () => {
    const told = new Map(special.map(({ day, working }) => [day, working]));
    const ofYears = days.filter(({ day }) => reviewed.years.includes(Number(day.slice(0, 4))));
    for (const { day, working } of ofYears) {
      const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(told.get(day) ?? !isWeekend, day).toBe(working);
      expect(told.get(day), day).not.toBe(!isWeekend);
    }
  });

  it('names the holiday that they are for, in order of days', () => {
    const of = special.filter(({ day }) => day >= '2025-09-28' && day <= '2025-10-11');
    const occasion = { zh: '国庆节', en: 'National Day' };
    expect(of.filter(({ day }) => day !== '2025-10-06')).toEqual([
      { day: '2025-09-28', working: true, occasion },
      { day: '2025-10-01', working: false, occasion },
      { day: '2025-10-02', working: false, occasion },
      { day: '2025-10-03', working: false, occasion },
      { day: '2025-10-07', working: false, occasion },
      { day: '2025-10-08', working: false, occasion },
      { day: '2025-10-11', working: true, occasion },
    ]);
    expect(special.map(({ day }) => day)).toEqual(special.map(({ day }) => day).toSorted());
  });
});

const listed = (working: boolean, ...dates: readonly string[]) =>
  dates.map((day): SpecialDay => ({ day, working, occasion: { zh: '', en: '' } }));
const at = (calendar: ReturnType<typeof calendarOf>, day: string) =>
  calendar.days.find((one) => one.day === day);

/** So many days from Monday to Friday of a year, from its first on. */
function weekdaysOf(year: number, count: number): string[] {
  const all = Array.from({ length: 60 }, (_, place) => new Date(Date.UTC(year, 0, 1 + place)));
  return all
    .filter((date) => ![0, 6].includes(date.getUTCDay()))
    .slice(0, count)
    .map((date) => date.toISOString().slice(0, 10));
}

describe('a list of days beside the notices', () => {
  const beyond = Number(special.at(-1)?.day.slice(0, 4)) + 1;
  const china = (specialDays: readonly SpecialDay[]) => calendarOf({ calendar: 'china', specialDays });

  it('adds the holidays of a region and takes away those that are worked there', () => {
    const region = china([...listed(false, '2026-04-20'), ...listed(true, '2026-10-07')]);
    expect([at(region, '2026-04-20')?.working, at(region, '2026-10-07')?.working]).toEqual([false, true]);
    const told = new Map(region.special.map(({ day, working }) => [day, working]));
    expect([told.get('2026-04-20'), told.get('2026-10-07')]).toEqual([false, undefined]);
    expect(region.days.at(-1)?.ordinal).toBe(days.at(-1)?.ordinal);
    expect(region.days).toHaveLength(days.length);
  });

  it('makes a year known with a whole notice, and not with the holidays of a region alone', () => {
    const few = china(listed(false, ...weekdaysOf(beyond, fewestHolidays - 1)));
    expect(few.days).toHaveLength(days.length);
    expect(few.special).toEqual(special);
    expect(few.holidaysIn(beyond)).toBe(fewestHolidays - 1);
    const all = china(listed(false, ...weekdaysOf(beyond, fewestHolidays)));
    expect(all.days.at(-1)?.day).toBe(`${beyond}-12-31`);
    expect(all.special.length).toBe(special.length + fewestHolidays);
  });

  it('does not count beyond a year of which nothing is known', () => {
    const later = china(listed(false, ...weekdaysOf(beyond + 1, fewestHolidays)));
    expect(later.days).toHaveLength(days.length);
  });

  it('says nothing by a day that is what its weekday says', () => {
    expect(china(listed(true, '2026-04-20')).special).toEqual(special);
    expect(china(listed(false, '2026-04-19')).special).toEqual(special);
  });
});

describe('a calendar of its own', () => {
  const own = (specialDays: readonly SpecialDay[]) => calendarOf({ calendar: 'own', specialDays });

  it('knows the years that the list has, and nothing of the notices', () => {
    const calendar = own(listed(false, '2025-07-04', '2026-07-03'));
    expect([calendar.days[0]?.day, calendar.days.at(-1)?.day]).toEqual(['2025-01-01', '2026-12-31']);
    expect([at(calendar, '2025-07-04')?.working, at(calendar, '2025-10-01')?.working]).toEqual([false, true]);
    expect(calendar.special.map(({ day }) => day)).toEqual(['2025-07-04', '2026-07-03']);
  });

  it('ends before a year that the list leaves out', () => {
    expect(own(listed(false, '2024-07-04', '2026-07-03')).days.at(-1)?.day).toBe('2024-12-31');
  });

  it('knows no day without a list, nor where none is followed', () => {
    expect(own([]).days).toEqual([]);
    expect(calendarOf({ calendar: 'none', specialDays: listed(false, '2025-07-04') }).special).toEqual([]);
  });
});
