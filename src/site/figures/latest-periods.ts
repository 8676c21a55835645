/**
 * How many periods a page draws, the latest ones: what came before stands in the files. After six years of months every row of them would
 * make a page that nobody reads, and weigh more than all else on it. Of one department or question: two years of months or six years of
 * quarters. A rate of all answers has a dozen numbers a row, with its ends, its limits and its changes: three years of months.
 */
export const mostPeriods = { drawn: 24, rateOfAll: 36 } as const;

/**
 * Of those that a page lists one below the other, with a bar each, the latest first: half a year of months, or two years of quarters.
 *
 * @example
 * latestListed([{ period: '2025-Q2' }, { period: '2025-Q1' }]).length; // => 2
 * latestListed(Array.from({ length: 72 }, () => ({ period: '2025-06' }))).length; // => 6
 */
export function latestListed<Row extends { readonly period?: string }>(rows: readonly Row[]): Row[] {
  const isOfMonths = /^\d{4}-\d{2}$/.test(rows[0]?.period ?? '');
  return rows.slice(0, isOfMonths ? 6 : 8);
}
