import { sum } from 'simple-statistics';
import type { Proportion } from './interval.ts';
import { requirePart } from './requirements.ts';

/** What takes two clusters, or answers that differ, is null without them. */
export interface ClusterShare {
  readonly share: number;
  readonly clusters: number;
  readonly standardError: number | null;
  /** How many times the variance is larger than if every answer stood for itself. */
  readonly designEffect: number | null;
}

/**
 * Share in clusters, with design effect.
 *
 * Question: how sure is a share when many answers come from one hall and resemble each other? From counts by hall;
 * for weighted or measured values `clusterMean`. Not for a handful of clusters.
 *
 * Method: clusters sampled with replacement, linearised, as R's svymean with ids; equal to `clusterMean` on the answers
 * written out one by one.
 *
 * Edges: null without answers; clusters without answers do not count. Standard error null for one cluster, design
 * effect null for one cluster or one answer and when all answers agree. Throws when counts are no whole numbers or
 * exceed their base.
 *
 * @example
 * clusterShare([{ count: 8, base: 10 }, { count: 2, base: 10 }]).designEffect // => 6.84
 * clusterShare([{ count: 8, base: 10 }, { count: 0, base: 0 }]).standardError // => null
 * clusterShare([{ count: 0, base: 0 }]) // => null
 * clusterShare([{ count: 3, base: 2 }]) // => throws clusterShare needs a count no larger than its base, got 3 of 2
 */
export function clusterShare(halls: readonly Proportion[]): ClusterShare | null {
  for (const { count, base } of halls) requirePart('clusterShare', count, base);
  const used = halls.filter(({ base }) => base > 0);
  const answers = sum(used.map(({ base }) => base));
  if (answers === 0) return null;
  const share = sum(used.map(({ count }) => count)) / answers;
  const clusters = used.length;
  if (clusters < 2) return { share, clusters, standardError: null, designEffect: null };
  const squares = sum(used.map(({ count, base }) => ((count - base * share) / answers) ** 2));
  const variance = (squares * clusters) / (clusters - 1);
  const naive = (share * (1 - share)) / (answers - 1);
  return {
    share,
    clusters,
    standardError: Math.sqrt(variance),
    designEffect: naive === 0 ? null : variance / naive,
  };
}
