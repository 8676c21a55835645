import { clusteredMeasures, clusterKind, fewestClusters, widenFrom } from '../../model/cluster.ts';
import { allTime } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import { clusterShare } from '../../statistics/cluster-share.ts';
import { weightedShareInterval } from '../../statistics/weighted-share-interval.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import type { Numbers } from './numbers.ts';

const isOf = (row: Row, measure: string, question: string) =>
  cell(row, 'subject_kind') === clusterKind &&
  cell(row, 'period') === allTime &&
  cell(row, 'measure') === measure &&
  cell(row, 'question_id') === question &&
  cell(row, 'status') === 'shown';

/** A survey rate of the programme with its design effect and the interval that this leaves, from the published counts of the halls. */
export function withClusters(figures: readonly Row[], row: Row, numbers: Numbers): Numbers {
  const { count, base, status } = numbers;
  const whole = cell(row, 'subject_kind') === 'programme' && cell(row, 'period') === allTime;
  const measure = cell(row, 'measure');
  if (!whole || !clusteredMeasures.has(measure) || status !== 'shown' || count === null || !base)
    return numbers;
  const halls = figures
    .filter((one) => isOf(one, measure, cell(row, 'question_id')))
    .map((one) => ({ count: numberIn(one, 'count') ?? 0, base: numberIn(one, 'base') ?? 0 }))
    .filter((one) => one.base > 0);
  const deff = halls.length < fewestClusters ? null : (clusterShare(halls)?.designEffect ?? null);
  if (deff === null || deff === 0) return numbers;
  const effective_base = base / deff;
  if (deff <= widenFrom) return { ...numbers, deff, effective_base };
  const { lower, upper } = weightedShareInterval(count / base, effective_base, confidence);
  return { ...numbers, deff, effective_base, low: lower, high: upper };
}
