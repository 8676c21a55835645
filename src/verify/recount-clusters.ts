import { clusteredMeasures, clusterKind, fewestClusters, widenFrom } from '../model/cluster.ts';
import { allTime } from '../model/published.ts';
import { confidence } from '../model/rule.ts';
import { clusterShare } from '../statistics/cluster-share.ts';
import { weightedShareInterval } from '../statistics/weighted-share-interval.ts';
import type { Numbers } from './numbers.ts';
import { cell, numberIn, type Row } from './read-table.ts';

/** What clustering costs a rate, and its interval where that is much. */
export interface ClusterEffect {
  readonly deff: number;
  readonly effective_base: number;
  readonly interval: Pick<Numbers, 'low' | 'high'> | null;
}

const isOf = (row: Row, measure: string, question: string) =>
  cell(row, 'subject_kind') === clusterKind &&
  cell(row, 'period') === allTime &&
  cell(row, 'measure') === measure &&
  cell(row, 'question_id') === question &&
  cell(row, 'status') === 'shown';

/** The design effect of a survey rate of the programme, from the published counts of the halls; null where there is none. */
export function recountClusters(figures: readonly Row[], row: Row, numbers: Numbers): ClusterEffect | null {
  const { count, base, status } = numbers;
  const whole = cell(row, 'subject_kind') === 'programme' && cell(row, 'period') === allTime;
  const measure = cell(row, 'measure');
  if (!whole || !clusteredMeasures.has(measure) || status !== 'shown' || count === null || !base) return null;
  const halls = figures
    .filter((one) => isOf(one, measure, cell(row, 'question_id')))
    .map((one) => ({ count: numberIn(one, 'count') ?? 0, base: numberIn(one, 'base') ?? 0 }))
    .filter((one) => one.base > 0);
  const deff = halls.length < fewestClusters ? null : (clusterShare(halls)?.designEffect ?? null);
  if (deff === null || deff === 0) return null;
  const effective = base / deff;
  if (deff <= widenFrom) return { deff, effective_base: effective, interval: null };
  const { lower, upper } = weightedShareInterval(count / base, effective, confidence);
  return { deff, effective_base: effective, interval: { low: lower, high: upper } };
}
