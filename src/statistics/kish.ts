import { max, sum } from 'simple-statistics';
import { requireFinite } from './requirements.ts';

/** What weights cost. */
export interface Kish {
  readonly count: number;
  readonly totalWeight: number;
  /** As many equally weighted answers would say as much. */
  readonly effectiveSize: number;
  readonly designEffect: number;
  /** Squared coefficient of variation of the weights. */
  readonly relativeVariance: number;
  /** Largest weight over the mean weight; above 5, cap weights or merge categories. */
  readonly largestOverMean: number;
}

/**
 * Kish's effective sample size and design effect.
 *
 * Question: how many answers are left in effect after weighting? For the interval of a weighted share; it knows
 * nothing of clusters (`clusterMean`).
 *
 * Method: (sum w)^2 / sum w^2, and its ratio to the number of answers (Kish 1965).
 *
 * Edges: null without weights; zero weights count as answers. Throws for negative and infinite weights and when all
 * are zero.
 *
 * @example
 * kish([1, 2, 3, 4, 5]).effectiveSize // => 4.09090909
 * kish([1, 0, 0, 0]).designEffect // => 4
 * kish([]) // => null
 * kish([0, 0]) // => throws kish needs at least one weight above zero
 */
export function kish(weights: readonly number[]): Kish | null {
  for (const weight of weights) {
    if (requireFinite('kish', weight) < 0) throw new Error(`kish needs weights from zero, got ${weight}`);
  }
  if (weights.length === 0) return null;
  const totalWeight = sum([...weights]);
  if (totalWeight === 0) throw new Error('kish needs at least one weight above zero');
  const mean = totalWeight / weights.length;
  const relative = weights.map((weight) => weight / mean);
  const designEffect = sum(relative.map((weight) => weight * weight)) / weights.length;
  return {
    count: weights.length,
    totalWeight,
    effectiveSize: weights.length / designEffect,
    designEffect,
    relativeVariance: sum(relative.map((weight) => (weight - 1) ** 2)) / weights.length,
    largestOverMean: max(relative),
  };
}
