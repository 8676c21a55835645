/** From this base on, percentages have decimals. */
const decimalBase = 1000;

/** Shares are published with six decimals, so a percentage has four. */
const mostDecimals = 4;

/**
 * How many decimals a percentage has: none under a base of a thousand, then one; below one percent as many as two digits that count
 * take, so that 0.17% is not told as 0.2%. The ends of an interval and limits have as many as their rate; null is one that is not known.
 *
 * @example
 * shareDecimals(0.78, 264); // => 0
 * shareDecimals(0.78, 2640); // => 1
 * shareDecimals(0.0017, 2640); // => 2
 * shareDecimals(0.00017, 26400); // => 3
 */
export function shareDecimals(rate: number | null, base: number | null): number {
  if (base === null || base < decimalBase) return 0;
  if (rate === null || rate <= 0) return 1;
  let decimals = 1;
  // Ten to the power of the decimals, and a hundred for the percent: 0.0017 × 1000 is the first that has a digit before its point.
  while (decimals < mostDecimals && Number((rate * 10 ** (decimals + 1)).toFixed(9)) < 1) decimals += 1;
  return decimals;
}
