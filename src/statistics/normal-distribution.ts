import { requireFinite } from './requirements.ts';

/** Below this distance the series is used, beyond it the continued fraction. */
const seriesReach = 2;
const fractionDepth = 200;

/** The exponent is split so that squaring does not lose the last digits far out in the tail. */
function density(z: number): number {
  const coarse = Math.round(z * 16) / 16;
  return (
    (Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2)) / Math.sqrt(2 * Math.PI)
  );
}

/** Area between zero and `z`. */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * density(z);
}

function farTail(z: number): number {
  let fraction = z;
  for (let depth = fractionDepth; depth >= 1; depth -= 1) fraction = z + depth / fraction;
  return density(z) / fraction;
}

/**
 * Upper tail of the normal distribution.
 *
 * Question: with which probability does a standard normal variable exceed `z`? For p-values of z statistics; not
 * for small counts, where the binomial tail is exact.
 *
 * Method: power series near the centre, Laplace's continued fraction beyond |z| = 2 (Abramowitz and Stegun
 * 26.2.11 and 26.2.14), so that far tails keep their relative accuracy (1e-14).
 *
 * Edges: throws when `z` is not finite; tails too small for a floating point number (z beyond 38) are 0.
 *
 * @example
 * normalUpperTail(1.96) // => 0.02499789514822
 * normalUpperTail(8) // => 6.22096057427178e-16
 * normalUpperTail(0) // => 0.5
 * normalUpperTail(NaN) // => throws normalUpperTail needs finite numbers, got NaN
 */
export function normalUpperTail(z: number): number {
  requireFinite('normalUpperTail', z);
  if (Math.abs(z) < seriesReach) return 0.5 - centralArea(z);
  return z > 0 ? farTail(z) : 1 - farTail(-z);
}

/**
 * Lower tail of the normal distribution.
 *
 * Question: with which probability does a standard normal variable lie below `z`? Not for upper tails: one minus
 * this loses digits, use `normalUpperTail`.
 *
 * Method: the upper tail of `-z`, see `normalUpperTail`.
 *
 * Edges: throws when `z` is not finite; 0 below z = -38.
 *
 * @example
 * normalLowerTail(1.005) // => 0.842551575069672
 * normalLowerTail(-8) // => 6.22096057427178e-16
 */
export function normalLowerTail(z: number): number {
  return normalUpperTail(-requireFinite('normalLowerTail', z));
}
