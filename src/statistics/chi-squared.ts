import { gammaTails } from './incomplete-gamma.ts';
import { requirePositive } from './requirements.ts';

/**
 * Upper tail of the chi-squared distribution.
 *
 * Question: with which probability does a chi-squared variable with so many degrees of freedom exceed `statistic`? For
 * homogeneity and log-rank tests; not for tables with expected counts below five.
 *
 * Method: regularised upper incomplete gamma function, see `gammaTails`.
 *
 * Edges: 1 at 0; throws when the degrees of freedom are not above zero or the statistic is infinite.
 *
 * @example
 * chiSquaredUpperTail(60, 10) // => 3.62430095206e-9
 * chiSquaredUpperTail(0, 3) // => 1
 * chiSquaredUpperTail(3, 0) // => throws chiSquaredUpperTail needs a number above zero, got 0
 */
export function chiSquaredUpperTail(statistic: number, degrees: number): number {
  return gammaTails(requirePositive('chiSquaredUpperTail', degrees) / 2, statistic / 2).upper;
}
