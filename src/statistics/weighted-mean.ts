import { sum } from 'simple-statistics';
import { requireFinite } from './requirements.ts';

export interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/** The standard error is null for a single answer. */
export interface WeightedMean {
  readonly mean: number;
  readonly standardError: number | null;
}

/**
 * Weighted mean.
 *
 * Question: what would the average be, if the respondents were made up like the population? With the unweighted figure
 * beside it; not for weighted quantiles, which have several definitions.
 *
 * Method: sum w y / sum w with the linearised standard error, weights taken as known, as R's svymean.
 *
 * Edges: null without answers. Throws for values that are not finite, for negative weights and when all are zero.
 *
 * @example
 * weightedMean([{ value: 2, weight: 1 }, { value: 5, weight: 3 }]) // => {"mean":4.25,"standardError":1.125}
 * weightedMean([{ value: 2, weight: 1 }]).standardError // => null
 * weightedMean([{ value: 2, weight: 0 }]) // => throws weightedMean needs at least one weight above zero
 */
export function weightedMean(answers: readonly WeightedValue[]): WeightedMean | null {
  for (const { value, weight } of answers) {
    requireFinite('weightedMean', value);
    if (requireFinite('weightedMean', weight) < 0) {
      throw new Error(`weightedMean needs weights from zero, got ${weight}`);
    }
  }
  if (answers.length === 0) return null;
  const totalWeight = sum(answers.map(({ weight }) => weight));
  if (totalWeight === 0) throw new Error('weightedMean needs at least one weight above zero');
  const mean = sum(answers.map(({ value, weight }) => weight * value)) / totalWeight;
  if (answers.length === 1) return { mean, standardError: null };
  const squares = sum(answers.map(({ value, weight }) => ((weight * (value - mean)) / totalWeight) ** 2));
  return { mean, standardError: Math.sqrt((squares * answers.length) / (answers.length - 1)) };
}
