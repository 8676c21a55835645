import { contrasts } from '../../model/charted.ts';
import type { Figure } from '../../model/figure.ts';
import { allTime, wholeProgramme } from '../../model/published.ts';
import type { ValueRow } from '../../model/query.ts';
import { logRank } from '../../statistics/log-rank.ts';
import { dayCounts } from './day-counts.ts';
import { makeFigure } from './make-figure.ts';

/** Whether the groups of one kind are confirmed at the same pace; the p-value is as it is before `adjust`. */
function contrastFigure(kind: string, rows: readonly ValueRow[], smallestBase: number): Figure {
  const heading = {
    subject_kind: 'programme',
    subject_id: wholeProgramme,
    period: allTime,
    measure: `pace_by_${kind}`,
    question_id: '',
  };
  const groups = [...Map.groupBy(rows, (row) => String(row['subject_id'])).values()].map(dayCounts);
  const sizes = groups.map((group) =>
    group.reduce((sum, { events, censored }) => sum + events + censored, 0),
  );
  const judged = groups.filter((_, place) => (sizes[place] ?? 0) >= smallestBase);
  const base = judged.flat().reduce((sum, { events, censored }) => sum + events + censored, 0);
  if (judged.length < 2) return makeFigure(heading, base === 0 ? 'no_cases' : 'too_few', { base });
  const { chiSquared, p } = logRank(judged);
  if (chiSquared === null) return makeFigure(heading, 'not_estimable', { base });
  return { ...makeFigure(heading, 'shown', { base, value: chiSquared }), p_adjusted: p };
}

/** The few comparisons of pace that were named beforehand, by log-rank test; groups under the smallest judged base stay out. */
export function contrastFigures(times: readonly ValueRow[], smallestBase: number): Figure[] {
  return contrasts.map((kind) =>
    contrastFigure(
      kind,
      times.filter((row) => row['subject_kind'] === kind && row['period'] === allTime),
      smallestBase,
    ),
  );
}
