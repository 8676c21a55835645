import { sum } from 'simple-statistics';
import type { WeightedValue } from './weighted-mean.ts';
import { weightedMean } from './weighted-mean.ts';

export interface ClusteredValue extends WeightedValue {
  /** The hall, day or officer whose answers are alike. */
  readonly cluster: string;
}

/** What takes two clusters, or values that differ, is null without them. */
export interface ClusterMean {
  readonly mean: number;
  readonly standardError: number | null;
  readonly clusters: number;
  /** Standard error if every answer stood for itself. */
  readonly naiveStandardError: number | null;
  /** How many times the variance is larger than that; above 1.5, widen intervals by its root. */
  readonly designEffect: number | null;
}

/** Each cluster's part in the error of the mean. */
function clusterErrors(answers: readonly ClusteredValue[], mean: number): readonly number[] {
  const totalWeight = sum(answers.map(({ weight }) => weight));
  const errors = new Map<string, number>();
  for (const { cluster, value, weight } of answers) {
    errors.set(cluster, (errors.get(cluster) ?? 0) + (weight * (value - mean)) / totalWeight);
  }
  return [...errors.values()];
}

/** Simple random sampling with replacement, of so many answers. */
function naiveError(answers: readonly ClusteredValue[], mean: number): number {
  const totalWeight = sum(answers.map(({ weight }) => weight));
  const spread = sum(answers.map(({ value, weight }) => weight * (value - mean) ** 2)) / totalWeight;
  return Math.sqrt(spread / (answers.length - 1));
}

/**
 * Mean of clustered answers, with design effect.
 *
 * Question: how sure is a mean when many answers come from one hall and resemble each other? For the method page's design
 * effect; not for a handful of clusters.
 *
 * Method: clusters sampled with replacement, linearised, as R's svymean with ids and weights; design effect against
 * simple random sampling with replacement (deff = "replace").
 *
 * Edges: null without answers; standard error null for one cluster, design effect null when all values are equal or
 * there is one answer. Throws like `weightedMean`.
 *
 * @example
 * clusterMean([{ cluster: 'A', value: 1, weight: 1 }, { cluster: 'A', value: 1, weight: 1 }, { cluster: 'B', value: 4, weight: 1 }]).clusters // => 2
 * clusterMean([{ cluster: 'A', value: 1, weight: 1 }]).standardError // => null
 * clusterMean([]) // => null
 */
export function clusterMean(answers: readonly ClusteredValue[]): ClusterMean | null {
  const weighted = weightedMean(answers);
  if (weighted === null) return null;
  const { mean } = weighted;
  const errors = clusterErrors(answers, mean);
  const clusters = errors.length;
  const centre = sum([...errors]) / clusters;
  const squares = sum(errors.map((error) => (error - centre) ** 2));
  const standardError = clusters < 2 ? null : Math.sqrt((squares * clusters) / (clusters - 1));
  const naiveStandardError = answers.length < 2 ? null : naiveError(answers, mean);
  const designEffect =
    standardError === null || !naiveStandardError ? null : (standardError / naiveStandardError) ** 2;
  return { mean, standardError, clusters, naiveStandardError, designEffect };
}
