import { mean, sum } from 'simple-statistics';
import { requireCount, requireFinite } from './requirements.ts';

/**
 * Autocorrelation of a series.
 *
 * Question: does each value lean on the one so many periods before? Before `mannKendall`, which takes the periods for
 * independent: the next period (lag 1), and the same season of the year before (lag 4 or 12). Take a drift out first.
 *
 * Method: sum of the products of deviations from the mean that lie `lag` apart, over the sum of squares, as R's acf().
 * By chance alone it stays within 1.96 / sqrt(n), about nineteen times in twenty.
 *
 * Edges: 1 at lag 0; null when the series is no longer than the lag, and when all values are equal. Throws for values
 * that are not finite and for a lag that is no whole number from zero.
 *
 * @example
 * autocorrelation([1, 2, 3, 4, 5], 1) // => 0.4
 * autocorrelation([1, 3, 1, 3], 2) // => 0.5
 * autocorrelation([5, 5, 5], 1) // => null
 * autocorrelation([5, 6], 2) // => null
 * autocorrelation([5, 6], -1) // => throws autocorrelation needs counts that are whole numbers from zero, got -1
 */
export function autocorrelation(values: readonly number[], lag: number): number | null {
  requireCount('autocorrelation', lag);
  for (const value of values) requireFinite('autocorrelation', value);
  if (values.length <= lag) return null;
  const centre = mean([...values]);
  const deviations = values.map((value) => value - centre);
  const squares = sum(deviations.map((deviation) => deviation * deviation));
  if (squares === 0) return null;
  const products = deviations
    .slice(lag)
    .map((deviation, position) => deviation * (deviations[position] as number));
  return sum(products) / squares;
}
