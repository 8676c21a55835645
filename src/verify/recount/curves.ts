import { allTime, wholeProgramme } from '../../model/published.ts';
import { cell } from '../read-table.ts';
import { findingsAt, type Ground } from './ground.ts';
import { curveOf, type Wait } from './lives.ts';

/** One step of a curve: a row of `curves.csv`. */
export interface CurveStep {
  readonly key: string;
  readonly at_risk: number;
  readonly events: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const turned = (survival: number | null) => (survival === null ? null : 1 - survival);

function stepsOf(ground: Ground, kind: string, id: string, what: Wait): CurveStep[] {
  const problems = findingsAt(ground, kind, id, allTime).filter((row) => cell(row, 'kind') === 'problem');
  const { total, startDay, steps } = curveOf(problems, what, ground.clock, ground.smallestBase);
  if (total < ground.smallestBase || startDay > 0) return [];
  return steps
    .filter(({ events }, place) => events > 0 || place === steps.length - 1)
    .map(({ day, atRisk, events, survival, lower, upper }) => ({
      key: [kind, id, `${what}_by_day`, day].join('|'),
      at_risk: atRisk,
      events,
      share: 1 - survival,
      low: turned(upper),
      high: turned(lower),
    }));
}

/** Every step of the curves of the programme and the departments, from the rows of their findings. */
export function recountCurves(ground: Ground): CurveStep[] {
  const subjects = [
    ['programme', wholeProgramme] as const,
    ...ground.tables.departments.map((row) => ['department', cell(row, 'department_id')] as const),
  ];
  return subjects.flatMap(([kind, id]) =>
    (['confirmed', 'claimed'] as const).flatMap((what) => stepsOf(ground, kind, id, what)),
  );
}
