import { betaExcess } from './beta-excess.ts';
import { requirePositive, requireProbability } from './requirements.ts';
import { saddlePointDeviance } from './saddle-point-deviance.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Kernel of the beta distribution.
 *
 * Question: how large is x^a (1 - x)^b / B(a, b), the density times x (1 - x)? It is the factor in front of every
 * binomial probability and tail; not a probability itself.
 *
 * Method: Loader's saddle-point form (2000): Stirling errors and deviances instead of differences of log-gamma
 * values; relative error near 1e-13 even at a + b = 1e9 and far from the mean.
 *
 * Edges: throws unless 0 < x < 1 and both shapes are above zero; 0 when too small for a floating point number.
 *
 * @example
 * betaKernel(0.5, 1, 1) // => 0.25
 * betaKernel(0.3, 3e8, 7e8) // => 5781.22288347
 * betaKernel(1, 2, 2) // => throws betaKernel needs a probability between zero and one, got 1
 */
export function betaKernel(x: number, a: number, b: number): number {
  requireProbability('betaKernel', x);
  requirePositive('betaKernel', a);
  requirePositive('betaKernel', b);
  const total = a + b;
  const excess = betaExcess(x, a, b);
  const deviance =
    saddlePointDeviance({ observed: a, expected: total * x, difference: excess }) +
    saddlePointDeviance({ observed: b, expected: total * (1 - x), difference: -excess });
  const correction = stirlingError(total) - stirlingError(a) - stirlingError(b);
  return Math.sqrt(a / total) * Math.sqrt(b / (2 * Math.PI)) * Math.exp(correction - deviance);
}
