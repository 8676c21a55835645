import { requirePositive } from './requirements.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Logarithm of the gamma function.
 *
 * Question: how large is ln((x - 1)!) for real x above zero? Not for ratios of large factorials: use
 * `binomialProbability` or `betaKernel`, which do not subtract large numbers.
 *
 * Method: Stirling's formula and its error term, see `stirlingError`; absolute error near 1e-16 times the value.
 *
 * Edges: throws unless `x` is above zero. Next to x = 1 and x = 2, where it is zero, the error is 1e-15 absolute.
 *
 * @example
 * logGamma(5) // => 3.17805383034795
 * logGamma(0.5) // => 0.572364942924700
 * logGamma(-1) // => throws logGamma needs a number above zero, got -1
 */
export function logGamma(x: number): number {
  requirePositive('logGamma', x);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + stirlingError(x);
}
