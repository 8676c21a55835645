import { requirePositive } from './requirements.ts';

/** From here on the series below is exact to the last digit. */
const seriesFrom = 16;

/** Coefficients of 1/x, 1/x^3, 1/x^5 ... in Stirling's series. */
const seriesCoefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

function series(shape: number): number {
  const inverseSquare = 1 / (shape * shape);
  return seriesCoefficients.reduceRight((sum, term) => sum * inverseSquare + term, 0) / shape;
}

/**
 * Error of Stirling's formula.
 *
 * Question: by how much does the logarithm of the gamma function of `shape` exceed Stirling's approximation
 * (shape - 1/2) ln(shape) - shape + ln(2 pi)/2? With it, ratios of gamma functions keep all digits at any size,
 * which differences of log-gamma values do not.
 *
 * Method: Stirling's series from 16 on, the recurrence of the gamma function below (Loader, "Fast and accurate
 * computation of binomial probabilities", 2000).
 *
 * Edges: throws unless `shape` is above zero; tends to 0 for large and to infinity for tiny shapes.
 *
 * @example
 * stirlingError(1) // => 0.08106146679533
 * stirlingError(1e9) // => 8.33333333333333e-11
 * stirlingError(0) // => throws stirlingError needs a number above zero, got 0
 */
export function stirlingError(shape: number): number {
  let current = requirePositive('stirlingError', shape);
  let sum = 0;
  while (current < seriesFrom) {
    sum += (current + 0.5) * Math.log1p(1 / current) - 1;
    current += 1;
  }
  return sum + series(current);
}
