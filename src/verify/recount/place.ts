import { allTime } from '../../model/published.ts';
import { cell } from '../read-table.ts';
import { recountCoverage, recountFlows, recountStanding, recountVisits } from './events.ts';
import { recountFindings } from './findings.ts';
import { findingsAt, type Ground } from './ground.ts';
import type { Numbers } from './numbers.ts';

/** All measures of one subject in one period that are counted from rows of findings, events and visits. */
export function recountPlace(
  ground: Ground,
  kind: string,
  id: string,
  period: string,
): ReadonlyMap<string, Numbers> {
  const { tables, events, periods, clock, smallestBase } = ground;
  const problems = new Set(
    findingsAt(ground, kind, id, allTime)
      .filter((row) => cell(row, 'kind') === 'problem')
      .map((row) => cell(row, 'finding_id')),
  );
  const own = [...problems].flatMap((one) => events.get(one) ?? []);
  const row = periods.get(period) ?? null;
  const visited = recountVisits(tables.visits, kind, id, period);
  return new Map([
    ...recountFindings(findingsAt(ground, kind, id, period), clock, smallestBase, period),
    ...recountFlows(problems, own, row),
    ...(row === null ? [] : recountStanding(problems, events, row)),
    ...(visited === null ? [] : [['visits', visited] as const]),
    ...(kind === 'programme' && period === allTime ? recountCoverage(tables) : []),
  ]);
}
