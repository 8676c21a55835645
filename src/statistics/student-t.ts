import { betaLogitQuantile } from './beta-quantile.ts';
import { betaTails } from './incomplete-beta.ts';
import { requireFinite, requirePositive, requireProbability } from './requirements.ts';

/**
 * Upper tail of Student's t distribution.
 *
 * Question: with which probability does a t variable with so many degrees of freedom exceed `t`? For one-sided
 * p-values of means; not for shares.
 *
 * Method: half an incomplete beta function of t^2 / (degrees + t^2), on the side that keeps its digits.
 *
 * Edges: throws when `t` is not finite or the degrees of freedom are not above zero; one half at 0.
 *
 * @example
 * studentUpperTail(2.1, 1) // => 0.141463028121509
 * studentUpperTail(-2.1, 1) // => 0.858536971878491
 * studentUpperTail(2, 0) // => throws studentUpperTail needs a number above zero, got 0
 */
export function studentUpperTail(t: number, degrees: number): number {
  requireFinite('studentUpperTail', t);
  requirePositive('studentUpperTail', degrees);
  if (t < 0) return 1 - studentUpperTail(-t, degrees);
  const square = t * t;
  const half = degrees / 2;
  const bothTails =
    square < degrees
      ? betaTails(square / (degrees + square), 0.5, half).upper
      : betaTails(degrees / (degrees + square), half, 0.5).lower;
  return bothTails / 2;
}

/**
 * Quantile of Student's t distribution.
 *
 * Question: below which t does the share `probability` lie, with so many degrees of freedom? For the interval of a
 * mean whose spread is estimated from the same answers; not for shares.
 *
 * Method: beta quantile on the logit scale, see `betaLogitQuantile`; relative error below 1e-12.
 *
 * Edges: exactly 0 at one half; throws unless 0 < probability < 1 and there is at least one degree of
 * freedom.
 *
 * @example
 * studentQuantile(0.975, 10) // => 2.22813885198627
 * studentQuantile(0.005, 1) // => -63.65674116287
 * studentQuantile(0.5, 3) // => 0
 * studentQuantile(0.5, -3) // => throws studentQuantile needs at least one degree of freedom, got -3
 */
export function studentQuantile(probability: number, degrees: number): number {
  requireProbability('studentQuantile', probability);
  if (!(Number.isFinite(degrees) && degrees >= 1)) {
    throw new Error(`studentQuantile needs at least one degree of freedom, got ${degrees}`);
  }
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -upperQuantile(probability, degrees);
  return upperQuantile(1 - probability, degrees);
}

/** The t above which `tail`, less than one half, lies. */
function upperQuantile(tail: number, degrees: number): number {
  const position = betaLogitQuantile(2 * tail, degrees / 2, 0.5);
  return Math.sqrt(degrees) * Math.exp(-position / 2);
}
