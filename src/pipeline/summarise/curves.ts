import type { CurveRow, Subject } from '../../model/figure.ts';
import { allTime } from '../../model/published.ts';
import type { ValueRow } from '../../model/query.ts';
import type { SurvivalStep } from '../../statistics/kaplan-meier.ts';
import { curveOf } from './day-counts.ts';
import { rounded } from './make-figure.ts';

/** Whose curves are published whole. */
const curvedKinds: ReadonlySet<string> = new Set(['programme', 'department']);

function curveRow({ subject_kind, subject_id }: Subject, measure: string, step: SurvivalStep): CurveRow {
  const turned = (end: number | null) => (end === null ? null : rounded(1 - end));
  return {
    subject_kind,
    subject_id,
    measure,
    day: step.day,
    at_risk: step.atRisk,
    events: step.events,
    share: rounded(1 - step.survival),
    low: turned(step.upper),
    high: turned(step.lower),
  };
}

function stepsOf(rows: readonly ValueRow[], smallestBase: number): readonly SurvivalStep[] {
  const { total, startDay, steps } = curveOf(rows, smallestBase);
  if (total < smallestBase || startDay > 0) return [];
  return steps.filter(({ events }, place) => events > 0 || place === steps.length - 1);
}

/**
 * The curve of time to remedy of the programme and each department over all time, step by step: the days on which
 * something happened, and the last day under observation, up to which the curve may be drawn.
 */
export function curveRows(
  times: readonly ValueRow[],
  measure: string,
  subjects: readonly Subject[],
  smallestBase: number,
): CurveRow[] {
  const whole = times.filter((row) => row['period'] === allTime);
  const bySubject = Map.groupBy(whole, (row) => `${row['subject_kind']}|${row['subject_id']}`);
  return subjects
    .filter(({ subject_kind }) => curvedKinds.has(subject_kind))
    .flatMap((subject) =>
      stepsOf(bySubject.get(`${subject.subject_kind}|${subject.subject_id}`) ?? [], smallestBase).map(
        (step) => curveRow(subject, measure, step),
      ),
    );
}
