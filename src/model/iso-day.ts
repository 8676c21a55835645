/**
 * The day of a moment, as `2026-09-30`: in a time zone as the settings name it, else where this machine stands.
 *
 * @example
 * isoDay(new Date(2026, 8, 30, 23, 59)); // => '2026-09-30'
 * isoDay(new Date('2026-09-30T23:59:00Z'), 'Asia/Shanghai'); // => '2026-10-01'
 */
export function isoDay(moment: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
