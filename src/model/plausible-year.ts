/**
 * Whether a year can be meant: no programme of this kind is older, and no deadline lies beyond. Others are slips of the pen.
 *
 * @example
 * [2026, 1989, 2206].map(isPlausibleYear); // => [true, false, false]
 */
export function isPlausibleYear(year: number): boolean {
  return year >= 1990 && year <= 2100;
}
