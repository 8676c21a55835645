import { describe, expect, it } from 'vitest';
import { calendarYears, specialDays, workingDays } from '../../../src/pipeline/register/calendar.ts';
import { readRows } from '../../statistics/reference.ts';
import reference from '../../reference/dates/cn_workday_calendar.json' with { type: 'json' };

const days = workingDays();
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

describe('workingDays', () => {
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
    expect(calendarYears()).toEqual(expect.arrayContaining([2024, 2025, 2026]));
    expect(days.at(-1)?.day).toBe(`${calendarYears().at(-1)}-12-31`);
  });
});

describe('specialDays', () => {
  const special = specialDays(2024);

  it('are all that is needed beside the weekday to tell a working day from another', () => {
    const told = new Map(special.map(({ day, working }) => [day, working]));
    const ofYears = days.filter(({ day }) => reviewed.years.includes(Number(day.slice(0, 4))));
    for (const { day, working } of ofYears) {
      const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(told.get(day) ?? !isWeekend, day).toBe(working);
      expect(told.get(day), day).not.toBe(!isWeekend);
    }
  });

  it('name the holiday that they are for, in order of days', () => {
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

  it('are none after the last year that a notice covers', () => {
    expect(specialDays(9999)).toEqual([]);
  });
});
