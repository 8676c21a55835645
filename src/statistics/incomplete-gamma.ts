import type { Tails } from './incomplete-beta.ts';
import { requirePositive } from './requirements.ts';
import { saddlePointDeviance } from './saddle-point-deviance.ts';
import { stirlingError } from './stirling-error.ts';

/** x^shape e^-x / gamma(shape), without large numbers that cancel. */
function kernel(shape: number, x: number): number {
  const deviance = saddlePointDeviance({ observed: shape, expected: x, difference: x - shape });
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-stirlingError(shape) - deviance);
}

/** Power series; quick below the mean. */
function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > (Number.EPSILON / 4) * sum; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction; quick above the mean. */
function continuedFraction(shape: number, x: number): number {
  const first = x + 1 - shape;
  let aboveBefore = 0;
  let belowBefore = 1;
  let above = 1;
  let below = first;
  let value = 1 / first;
  let change = 1;
  for (let n = 1; change > Number.EPSILON; n += 1) {
    const numerator = n * (shape - n);
    const term = first + 2 * n;
    const nextAbove = numerator * aboveBefore + term * above;
    const nextBelow = numerator * belowBefore + term * below;
    change = Math.abs(nextAbove / nextBelow - value) / value;
    value = nextAbove / nextBelow;
    aboveBefore = above / nextBelow;
    belowBefore = below / nextBelow;
    above = value;
    below = 1;
  }
  return value;
}

/**
 * Tail areas of the gamma distribution.
 *
 * Question: with which probabilities does a gamma variable of this shape and scale one lie below and above x? Most
 * callers want `chiSquaredUpperTail`.
 *
 * Method: regularised incomplete gamma function, power series below the mean and Legendre's continued fraction above
 * it (Abramowitz and Stegun 6.5.29 and 6.5.31), behind Loader's saddle-point kernel.
 *
 * Edges: lower is 0 at x = 0 and below; throws unless the shape is above zero and x is finite or below.
 *
 * @example
 * gammaTails(1, 2).upper // => 0.13533528323661
 * gammaTails(3, 0) // => {"lower":0,"upper":1}
 * gammaTails(0, 1) // => throws gammaTails needs a number above zero, got 0
 */
export function gammaTails(shape: number, x: number): Tails {
  requirePositive('gammaTails', shape);
  if (x <= 0) return { lower: 0, upper: 1 };
  requirePositive('gammaTails', x);
  if (x < shape + 1) {
    const lower = kernel(shape, x) * series(shape, x);
    return { lower, upper: 1 - lower };
  }
  const upper = kernel(shape, x) * continuedFraction(shape, x);
  return { lower: 1 - upper, upper };
}
