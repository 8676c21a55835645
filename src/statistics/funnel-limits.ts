import {
  binomialLowerTail,
  binomialProbability,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from './binomial.ts';
import type { Interval } from './interval.ts';
import { requireCount, requireProbability, requireShare } from './requirements.ts';

function lowerLimit(tail: number, base: number, rate: number): number {
  const count = binomialQuantile(tail, base, rate);
  const beyond = (binomialLowerTail(count, base, rate) - tail) / binomialProbability(count, base, rate);
  return Math.max(0, (count - beyond) / base);
}

function upperLimit(tail: number, base: number, rate: number): number {
  const count = binomialUpperQuantile(tail, base, rate);
  const above = count === base ? 0 : binomialUpperTail(count + 1, base, rate);
  const beyond = (tail - above) / binomialProbability(count, base, rate);
  return Math.min(1, (count + 1 - beyond) / base);
}

/**
 * Funnel limits of a rate.
 *
 * Question: between which rates would a unit of this base lie, by chance alone, if its true rate were the expected
 * one? For comparing departments without ranking them: coverage 0.95 draws the inner, 0.998 the outer line. Not when
 * the rates scatter more than chance allows (`additiveLimits`).
 *
 * Method: exact binomial limits with symmetric interpolation (Spiegelhalter's funnel4.R, 2016): a rate is outside
 * exactly when its one-sided binomial tail is below (1 - coverage) / 2.
 *
 * Edges: null when the base is 0; clamped to [0, 1]; both limits are the rate itself at 0 and 1. Throws for a rate
 * outside [0, 1] and a coverage outside (0, 1).
 *
 * @example
 * funnelLimits(20, 0.05, 0.95) // => {"lower":0,"upper":0.192364765016904}
 * funnelLimits(20, 0.05, 0.998) // => {"lower":0,"upper":0.285059878652433}
 * funnelLimits(0, 0.05, 0.95) // => null
 */
export function funnelLimits(base: number, expectedRate: number, coverage: number): Interval | null {
  requireCount('funnelLimits', base);
  requireShare('funnelLimits', expectedRate);
  const tail = (1 - requireProbability('funnelLimits', coverage)) / 2;
  if (base === 0) return null;
  if (expectedRate === 0 || expectedRate === 1) return { lower: expectedRate, upper: expectedRate };
  return { lower: lowerLimit(tail, base, expectedRate), upper: upperLimit(tail, base, expectedRate) };
}
