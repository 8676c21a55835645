import { sum } from 'simple-statistics';
import type { Interval, Proportion } from './interval.ts';
import { requireFinite, requirePart } from './requirements.ts';

/** Shewhart's three standard deviations. */
const limitFactor = 3;

export interface PChartPoint extends Proportion, Interval {
  readonly rate: number;
  readonly isOutside: boolean;
}

export interface PChart {
  /** The pooled rate, the centre line. */
  readonly rate: number;
  /** By how much the limits are wider than chance alone makes them; 1 for a plain p-chart. */
  readonly widening: number;
  readonly points: readonly PChartPoint[];
}

/**
 * p-chart.
 *
 * Question: did a rate with a changing base leave, in some period, the band that chance alone explains? For bases of up
 * to some hundreds; with thousands it flags nearly everything (`laneyPChart`).
 *
 * Method: pooled rate plus and minus three binomial standard deviations at each point's base (Shewhart), times
 * `widening`. Outside is judged before the limits are clipped to [0, 1].
 *
 * Edges: null without points; no signals when the pooled rate is 0 or 1. Throws for points without cases and for
 * counts that exceed their base.
 *
 * @example
 * pChart([{ count: 90, base: 100 }, { count: 60, base: 100 }]).points[0].upper // => 0.8799
 * pChart([{ count: 3, base: 3 }]).points[0].isOutside // => false
 * pChart([]) // => null
 * pChart([{ count: 0, base: 0 }]) // => throws pChart needs points with at least one case, got 0 of 0
 */
export function pChart(points: readonly Proportion[], widening = 1): PChart | null {
  requireFinite('pChart', widening);
  for (const { count, base } of points) {
    requirePart('pChart', count, base);
    if (base === 0) throw new Error(`pChart needs points with at least one case, got ${count} of ${base}`);
  }
  if (points.length === 0) return null;
  const rate = sum(points.map(({ count }) => count)) / sum(points.map(({ base }) => base));
  const drawn = points.map(({ count, base }) => {
    const reach = limitFactor * widening * Math.sqrt((rate * (1 - rate)) / base);
    return {
      count,
      base,
      rate: count / base,
      lower: Math.max(0, rate - reach),
      upper: Math.min(1, rate + reach),
      isOutside: reach > 0 && Math.abs(count / base - rate) > reach,
    };
  });
  return { rate, widening, points: drawn };
}
