import type { Interval } from './interval.ts';
import { requireCount, requirePart, requireShare } from './requirements.ts';

/** From this base on a tenth of a percent is worth showing: one case then weighs no more than that. */
const baseForOneDecimal = 1000;
/** So that a limit such as 0.29, which is not exact in binary, is not rounded a step too far. */
const tolerance = 1e-9;

/**
 * Decimals of a percentage.
 *
 * Question: with how many decimals may a percentage of this base be shown?
 *
 * Method: none below a base of 1,000, one from 1,000 on (methods.md, rounding for display).
 *
 * Edges: throws for a base that is no count.
 *
 * @example
 * percentDecimals(999) // => 0
 * percentDecimals(1000) // => 1
 */
export function percentDecimals(base: number): 0 | 1 {
  return requireCount('percentDecimals', base) < baseForOneDecimal ? 0 : 1;
}

function unitsPerPercent(base: number): 1 | 10 {
  return percentDecimals(base) === 0 ? 1 : 10;
}

/**
 * Percentage for display.
 *
 * Question: which rounded percentage is shown for `count` of `base`? Not for further computing: keep the counts.
 *
 * Method: half up in whole-number arithmetic, floor((2 * 100 * x + n) / (2 n)), with the decimals of
 * `percentDecimals`.
 *
 * Edges: null when the base is 0. Rounded shares of one distribution may not add up to 100. Throws when the counts
 * are not whole numbers with 0 <= count <= base.
 *
 * @example
 * roundedPercent(1, 8) // => 13
 * roundedPercent(1, 3) // => 33
 * roundedPercent(667, 2000) // => 33.4
 * roundedPercent(0, 0) // => null
 */
export function roundedPercent(count: number, base: number): number | null {
  requirePart('roundedPercent', count, base);
  if (base === 0) return null;
  const units = unitsPerPercent(base);
  return Math.floor((200 * units * count + base) / (2 * base)) / units;
}

/**
 * Interval of a percentage for display.
 *
 * Question: between which rounded percentages does a rate lie, so that rounding never makes it look surer than it
 * is? Takes shares from 0 to 1, gives percentages.
 *
 * Method: the lower end rounded down, the upper end rounded up, with the decimals of `percentDecimals`.
 *
 * Edges: 0 and 100 stay; throws for ends outside [0, 1].
 *
 * @example
 * roundedPercentInterval({ lower: 0.396778, upper: 0.892209 }, 10) // => {"lower":39,"upper":90}
 * roundedPercentInterval({ lower: 0.1234, upper: 0.29 }, 1000) // => {"lower":12.3,"upper":29}
 */
export function roundedPercentInterval(interval: Interval, base: number): Interval {
  const units = unitsPerPercent(base);
  const lower = requireShare('roundedPercentInterval', interval.lower) * 100 * units;
  const upper = requireShare('roundedPercentInterval', interval.upper) * 100 * units;
  return { lower: Math.floor(lower + tolerance) / units, upper: Math.ceil(upper - tolerance) / units };
}
