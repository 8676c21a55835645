import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Overdispersion } from './overdispersion.ts';
import { requirePositive, requireProbability } from './requirements.ts';

/**
 * Funnel limits with additive over-dispersion.
 *
 * Question: between which rates would a unit of this base lie when units differ by more than chance and this one is
 * like the others? Only when `overdispersion` says that limits have to be widened; else `funnelLimits`.
 *
 * Method: pooled rate plus and minus z times the root of chance variance plus variance between units (additive random
 * effects, Spiegelhalter 2005); on the arcsine scale carried back by the squared sine.
 *
 * Edges: clamped to [0, 1]; throws for a base that is not above zero and a coverage outside (0, 1).
 *
 * @example
 * additiveLimits(overdispersion([{ count: 30, base: 40 }, { count: 10, base: 40 }]), 40, 0.95) // => {"lower":0,"upper":1}
 * additiveLimits(overdispersion([{ count: 21, base: 40 }, { count: 19, base: 40 }]), 100, 0.95) // => {"lower":0.402,"upper":0.598}
 * additiveLimits(overdispersion([{ count: 21, base: 40 }, { count: 19, base: 40 }]), 0, 0.95) // => throws additiveLimits needs a number above zero, got 0
 */
export function additiveLimits(dispersion: Overdispersion, base: number, coverage: number): Interval {
  requirePositive('additiveLimits', base);
  const z = -normalQuantile((1 - requireProbability('additiveLimits', coverage)) / 2);
  const { rate, betweenVariance } = dispersion;
  if (dispersion.scale === 'natural') {
    const reach = z * Math.sqrt((rate * (1 - rate)) / base + betweenVariance);
    return { lower: Math.max(0, rate - reach), upper: Math.min(1, rate + reach) };
  }
  const centre = Math.asin(Math.sqrt(rate));
  const reach = z * Math.sqrt(1 / (4 * base) + betweenVariance);
  return {
    lower: Math.sin(Math.max(0, centre - reach)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, centre + reach)) ** 2,
  };
}
