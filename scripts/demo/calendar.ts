import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const day = 86_400_000;

/** The last day of the demonstration. */
export const cutOff = '2026-09-30';

/** The last day that the first of the two releases speaks of. */
export const firstReleaseTo = '2026-06-30';

/** The day so many calendar days after another; days are ISO texts, so no time zone has a say. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** The order of two days: ISO texts stand in it as they are, and no language need be asked. */
export function compareDays(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/**
 * All Chinese working days of the demonstration and of the deadlines after it, make-up days included.
 * Read from the tables of chinese-days, since its functions go by the local time zone.
 */
export const workingDays: readonly string[] = everyDay('2024-09-23', '2026-12-31').filter(isWorkingDay);

function isWorkingDay(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return date in chineseDays.workdays || (weekday !== 0 && weekday !== 6 && !(date in chineseDays.holidays));
}

/** Every calendar day from the first to the last. */
export function everyDay(first: string, last: string): string[] {
  const length = (Date.parse(last) - Date.parse(first)) / day + 1;
  return Array.from({ length }, (_, index) => daysAfter(first, index));
}

/** The place in `workingDays` of a day, or of the working day after it. */
export function workingDayIndex(date: string): number {
  const index = workingDays.findIndex((each) => each >= date);
  if (index < 0) throw new Error(`${date} lies behind the calendar`);
  return index;
}

/** The working day at a place in `workingDays`. */
export function workingDay(index: number): string {
  const date = workingDays[index];
  if (date === undefined) throw new Error(`the calendar has no working day ${index}`);
  return date;
}

/** The place of the last working day that is not after the cut-off. */
export const lastWorkingDay = workingDays.findLastIndex((date) => date <= cutOff);
