import { median, sum } from 'simple-statistics';
import { normalUpperTail } from './normal-distribution.ts';
import { requireFinite } from './requirements.ts';

/** A test for a slow drift; `tauB`, `z` and `p` are null when all values are equal. */
export interface MannKendall {
  readonly score: number;
  readonly variance: number;
  readonly tauB: number | null;
  readonly z: number | null;
  readonly p: number | null;
  /** Sen's slope: median change per period. */
  readonly slope: number;
}

interface Pair {
  readonly change: number;
  readonly distance: number;
}

function allPairs(values: readonly number[]): readonly Pair[] {
  return values.flatMap((earlier, position) =>
    values.slice(position + 1).map((later, offset) => ({ change: later - earlier, distance: offset + 1 })),
  );
}

/** How many values share each value. */
function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

function varianceTerm(size: number): number {
  return size * (size - 1) * (2 * size + 5);
}

/**
 * Mann-Kendall test with Sen slope.
 *
 * Question: does a measure drift up or down over at least 8, better 12 periods? Not with seasons or when each period
 * leans on the one before; and not beside an XmR chart for the same words.
 *
 * Method: Mann 1945 and Kendall 1975: score of all pairs, variance corrected for ties, normal p with continuity
 * correction (two-sided); tau-b; slope as the median of all pairwise slopes (Sen 1968), with periods of equal length.
 *
 * Edges: null with fewer than three values; no test but slope 0 when all values are equal. Throws for values that
 * are not finite.
 *
 * @example
 * mannKendall([1, 2, 3, 4, 5, 6, 7, 8]).p // => 0.000836627131
 * mannKendall([1, 2, 3, 4, 5, 6, 7, 8]).slope // => 1
 * mannKendall([5, 5, 5]).p // => null
 * mannKendall([3, 1]) // => null
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  for (const value of values) requireFinite('mannKendall', value);
  const size = values.length;
  if (size < 3) return null;
  const pairs = allPairs(values);
  const score = sum(pairs.map(({ change }) => Math.sign(change)));
  const ties = tieSizes(values);
  const variance = (varianceTerm(size) - sum(ties.map(varianceTerm))) / 18;
  const slope = median(pairs.map(({ change, distance }) => change / distance));
  if (variance === 0) return { score, variance, tauB: null, z: null, p: null, slope };
  const untied = pairs.length - sum(ties.map((tie) => (tie * (tie - 1)) / 2));
  const tauB = score / Math.sqrt(untied * pairs.length);
  const z = (score - Math.sign(score)) / Math.sqrt(variance);
  return { score, variance, tauB, z, p: 2 * normalUpperTail(Math.abs(z)), slope };
}
