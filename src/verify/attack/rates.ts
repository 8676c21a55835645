import { confidence } from '../../model/rule.ts';
import { normalQuantile } from '../../statistics/normal-quantile.ts';
import type { Range } from './knowledge.ts';

/** Rates are published with six decimals. */
const published = 1e-6;

/**
 * The counts that a published rate can stand for, where its base is known. `step` is the size of its last digit: 0.01 for a
 * whole percentage.
 *
 * @example
 * countsOfRate(0.33, 12, 0.01); // => { low: 4, high: 4 }
 * countsOfRate(0.5, 1000, 0.01); // => { low: 495, high: 505 }
 */
export function countsOfRate(rate: number, base: number, step = published): Range {
  const dust = 1e-9;
  return {
    low: Math.max(0, Math.ceil(base * (rate - step / 2) - dust)),
    high: Math.min(base, Math.floor(base * (rate + step / 2) + dust)),
  };
}

/**
 * The count and the base that a published Wilson interval gives away by itself: its two ends are the roots of one equation
 * in which they stand. Null where the ends are those of no rate.
 *
 * @example
 * rateAndBase(0.396778, 0.892209); // => { count: 7, base: 10 }
 * rateAndBase(0.9, 0.1); // => null
 */
export function rateAndBase(
  low: number,
  high: number,
): { readonly count: number; readonly base: number } | null {
  if (!(low >= 0 && low < high && high <= 1)) return null;
  const root = Math.sqrt(low * high) + Math.sqrt((1 - low) * (1 - high));
  const widening = 1 / (root * root) - 1;
  if (!Number.isFinite(widening) || widening <= 0) return null;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const base = (z * z) / widening;
  const count = base * Math.sqrt((low * high) / (root * root));
  return { count: Math.round(count), base: Math.round(base) };
}
