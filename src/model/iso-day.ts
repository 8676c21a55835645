/**
 * The day of a moment where this machine stands, as `2026-09-30`.
 *
 * @example
 * isoDay(new Date(2026, 8, 30, 23, 59)); // => '2026-09-30'
 */
export function isoDay(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
