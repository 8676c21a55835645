import { mean, sum } from 'simple-statistics';
import { requireCount, requireFinite, requireProbability } from './requirements.ts';
import { studentQuantile } from './student-t.ts';

/** So many answers of one value. */
export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/** A mean; what takes at least two answers is null for one. */
export interface MeanInterval {
  readonly base: number;
  readonly mean: number;
  readonly standardDeviation: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

function fromSquares(base: number, centre: number, squares: number, confidence: number): MeanInterval {
  if (base === 1) {
    return { base, mean: centre, standardDeviation: null, standardError: null, lower: null, upper: null };
  }
  const standardDeviation = Math.sqrt(squares / (base - 1));
  const standardError = standardDeviation / Math.sqrt(base);
  const reach = -studentQuantile((1 - confidence) / 2, base - 1) * standardError;
  return {
    base,
    mean: centre,
    standardDeviation,
    standardError,
    lower: centre - reach,
    upper: centre + reach,
  };
}

/**
 * Mean with t interval.
 *
 * Question: what is the average, and how far might it be from the average of everyone, if the values were a random
 * sample? Secondary to the distribution for grades; not for times with open cases (`restrictedMean`).
 *
 * Method: Student's t interval, as R's t.test(x)$conf.int; sample standard deviation (n - 1); compensated sums.
 *
 * Edges: null without values; one value has a mean but no spread and no interval (null). When all values agree the
 * interval has no width and must not be drawn as one. Throws for values that are not finite.
 *
 * @example
 * meanInterval([1, 4]) // => {"base":2,"mean":2.5,"standardDeviation":2.12132,"standardError":1.5,"lower":-16.559307,"upper":21.559307}
 * meanInterval([7]).lower // => null
 * meanInterval([]) // => null
 * meanInterval([1, NaN]) // => throws meanInterval needs finite numbers, got NaN
 */
export function meanInterval(values: readonly number[], confidence = 0.95): MeanInterval | null {
  requireProbability('meanInterval', confidence);
  for (const value of values) requireFinite('meanInterval', value);
  if (values.length === 0) return null;
  const centre = mean([...values]);
  const squares = sum(values.map((value) => (value - centre) ** 2));
  return fromSquares(values.length, centre, squares, confidence);
}

/**
 * Mean with t interval, from counts.
 *
 * Question: the same as `meanInterval`, asked of a tally: so many answers of each value.
 *
 * Method: see `meanInterval`; equal to it on the answers written out one by one.
 *
 * Edges: null when all counts are 0; throws for values that are not finite and for numbers that are no counts.
 *
 * @example
 * meanIntervalOfCounts([{ value: 1, count: 1 }, { value: 4, count: 1 }]).lower // => -16.559307
 * meanIntervalOfCounts([{ value: 1, count: 0 }]) // => null
 * meanIntervalOfCounts([{ value: 1, count: 0.5 }]) // => throws meanIntervalOfCounts needs counts that are whole numbers from zero, got 0.5
 */
export function meanIntervalOfCounts(counts: readonly ValueCount[], confidence = 0.95): MeanInterval | null {
  requireProbability('meanIntervalOfCounts', confidence);
  for (const { value, count } of counts) {
    requireFinite('meanIntervalOfCounts', value);
    requireCount('meanIntervalOfCounts', count);
  }
  const base = sum(counts.map(({ count }) => count));
  if (base === 0) return null;
  const centre = sum(counts.map(({ value, count }) => value * count)) / base;
  const squares = sum(counts.map(({ value, count }) => count * (value - centre) ** 2));
  return fromSquares(base, centre, squares, confidence);
}
