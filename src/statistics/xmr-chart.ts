import { mean } from 'simple-statistics';
import { requireCount, requireFinite } from './requirements.ts';

/** Limits in mean moving ranges: 3 / 1.128, as every XmR text rounds it. */
const limitFactor = 2.66;
/** Below this the limits are only trial limits. */
const pointsForFirmLimits = 12;
const runLength = 7;

/** Points taking part in each of the four NHS rules, counted from 0. */
export interface ChartSignals {
  readonly outside: readonly number[];
  readonly shift: readonly number[];
  readonly trend: readonly number[];
  readonly twoOfThree: readonly number[];
}

export interface XmrChart {
  readonly mean: number;
  readonly meanMovingRange: number;
  readonly upper: number;
  readonly lower: number;
  /** Two thirds of the way to the limits. */
  readonly nearUpper: number;
  readonly nearLower: number;
  readonly limits: 'trial' | 'firm';
  readonly signals: ChartSignals;
}

/** Every position that is in some stretch of `length` consecutive positions for which `holds`. */
function stretches(count: number, length: number, holds: (positions: readonly number[]) => boolean) {
  const found = new Set<number>();
  for (let start = 0; start + length <= count; start += 1) {
    const positions = Array.from({ length }, (_, offset) => start + offset);
    if (holds(positions)) for (const position of positions) found.add(position);
  }
  return [...found];
}

function sameSign(signs: readonly number[]): boolean {
  return signs.every((sign) => sign === 1) || signs.every((sign) => sign === -1);
}

function findSignals(values: readonly number[], centre: number, limit: number): ChartSignals {
  const distances = values.map((value) => value - centre);
  const sides = distances.map(Math.sign);
  const steps = values.slice(1).map((value, position) => Math.sign(value - (values[position] as number)));
  const isOutside = distances.map((distance) => Math.abs(distance) > limit);
  const isNear = distances.map(
    (distance, position) => !isOutside[position] && Math.abs(distance) > (limit * 2) / 3,
  );
  const sidesOf = (positions: readonly number[]) => positions.map((position) => sides[position] as number);
  const pairs = stretches(
    values.length,
    3,
    (positions) =>
      sameSign(sidesOf(positions)) && positions.filter((position) => isNear[position]).length >= 2,
  );
  return {
    outside: [...values.keys()].filter((position) => isOutside[position]),
    shift: stretches(values.length, runLength, (positions) => sameSign(sidesOf(positions))),
    trend: stretches(values.length, runLength, (positions) =>
      sameSign(positions.slice(1).map((position) => steps[position - 1] as number)),
    ),
    twoOfThree: pairs.filter((position) => isNear[position]),
  };
}

/**
 * XmR chart (process behaviour chart) with the NHS rules.
 *
 * Question: is a measure merely wavering, or is there a special cause to look for? Neutral: a signal is neither good nor
 * bad. Only completed periods; not for rates with very different bases (`pChart`, `laneyPChart`).
 *
 * Method: mean plus and minus 2.66 mean moving ranges over the baseline, unscreened (as the Making Data Count tool);
 * rules: outside the limits; 7 on one side of the mean; 7 rising or falling; 2 of 3 in the outer third, all 3 on
 * one side. Limits are not clipped here; a drawing may clip them at 0 or 100.
 *
 * Edges: 'trial' limits under 12 baseline points; null with fewer than two; a constant series gives no signals; a
 * point on the mean breaks a run. The baseline is all points unless given. Throws for values that are not finite.
 *
 * @example
 * xmrChart([4, 6, 5, 7]).upper // => 9.93333333
 * xmrChart([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]).signals.outside // => [4]
 * xmrChart([4, 6, 5, 7]).limits // => "trial"
 * xmrChart([4]) // => null
 * xmrChart([4, NaN]) // => throws xmrChart needs finite numbers, got NaN
 */
export function xmrChart(values: readonly number[], baselinePoints = values.length): XmrChart | null {
  for (const value of values) requireFinite('xmrChart', value);
  requireCount('xmrChart', baselinePoints);
  const baseline = values.slice(0, baselinePoints);
  if (baseline.length < 2) return null;
  const centre = mean(baseline);
  const meanMovingRange = mean(
    baseline.slice(1).map((value, position) => Math.abs(value - (baseline[position] as number))),
  );
  const limit = limitFactor * meanMovingRange;
  const none = { outside: [], shift: [], trend: [], twoOfThree: [] };
  return {
    mean: centre,
    meanMovingRange,
    upper: centre + limit,
    lower: centre - limit,
    nearUpper: centre + (limit * 2) / 3,
    nearLower: centre - (limit * 2) / 3,
    limits: baseline.length < pointsForFirmLimits ? 'trial' : 'firm',
    signals: meanMovingRange === 0 ? none : findSignals(values, centre, limit),
  };
}
