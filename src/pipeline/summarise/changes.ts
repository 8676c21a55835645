import { changeMeasure } from '../../model/charted.ts';
import type { Figure } from '../../model/figure.ts';
import type { Period } from '../../model/register.ts';
import { confidence } from '../../model/rule.ts';
import { newcombeDifference } from '../../statistics/newcombe-difference.ts';
import { makeFigure } from './make-figure.ts';
import type { FigureSeries } from './series.ts';

/** The same period of the year before: `2025-Q3` → `2024-Q3`. */
function yearBefore(period: string): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

function difference(current: Figure, earlier: Figure, isRate: boolean) {
  if (!isRate) return { value: (current.value ?? 0) - (earlier.value ?? 0) };
  const change = newcombeDifference(
    { count: current.count ?? 0, base: current.base ?? 0 },
    { count: earlier.count ?? 0, base: earlier.base ?? 0 },
    confidence,
  );
  return { value: change?.difference ?? null, low: change?.lower ?? null, high: change?.upper ?? null };
}

function changeFigure(
  current: Figure,
  earlier: Figure,
  against: 'previous' | 'year',
  isRate: boolean,
): Figure {
  const { subject_kind, subject_id, period, question_id } = current;
  const heading = {
    subject_kind,
    subject_id,
    period,
    question_id,
    measure: changeMeasure(current.measure, against),
  };
  const missing = [current, earlier].find(({ status }) => status !== 'shown');
  if (missing !== undefined) return makeFigure(heading, missing.status as Parameters<typeof makeFigure>[1]);
  return makeFigure(heading, 'shown', difference(current, earlier, isRate));
}

/** Period on period and year on year (环比, 同比), wherever the earlier period is there. */
export function changeFigures(series: readonly FigureSeries[], periods: readonly Period[]): Figure[] {
  const before = new Map(periods.slice(1).map(({ period }, place) => [period, periods[place]?.period ?? '']));
  return series.flatMap(({ isRate, figures }) => {
    const at = new Map(figures.map((figure) => [figure.period, figure]));
    return figures.flatMap((current) => {
      const previous = at.get(before.get(current.period) ?? '');
      const year = at.get(yearBefore(current.period));
      return [
        ...(previous === undefined ? [] : [changeFigure(current, previous, 'previous', isRate)]),
        ...(year === undefined ? [] : [changeFigure(current, year, 'year', isRate)]),
      ];
    });
  });
}
