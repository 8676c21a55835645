import { contrasts } from '../../model/charted.ts';
import type { DayCount } from '../../statistics/kaplan-meier.ts';
import { logRank } from '../../statistics/log-rank.ts';
import { cell, type Row } from '../read-table.ts';
import { subjectColumns, type Ground } from './ground.ts';
import { dayCountsOf } from './lives.ts';
import { shown, without, type Numbers } from './numbers.ts';

const sizes = (counts: readonly DayCount[]) =>
  counts.reduce((sum, { events, censored }) => sum + events + censored, 0);

/** Whether the groups of one kind are confirmed at the same pace; null for another kind of figure. */
export function recountPace({ tables, clock, smallestBase }: Ground, row: Row): Numbers | null {
  const kind = contrasts.find((one) => cell(row, 'measure') === `pace_by_${one}`);
  if (kind === undefined) return null;
  const problems = tables.findings.filter((one) => cell(one, 'kind') === 'problem');
  const byGroup = Map.groupBy(problems, (one) => cell(one, subjectColumns[kind] ?? ''));
  byGroup.delete('');
  const groups = [...byGroup]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, rows]) => dayCountsOf(rows, 'confirmed', clock));
  const judged = groups.filter((group) => sizes(group) >= smallestBase);
  const base = sizes(judged.flat());
  if (judged.length < 2) return without(base === 0 ? 'no_cases' : 'too_few', { base });
  const { chiSquared, p } = logRank(judged);
  return chiSquared === null ? without('not_estimable', { base }) : shown({ base, value: chiSquared, p });
}
