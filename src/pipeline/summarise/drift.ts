import { driftMeasure, fewestTested } from '../../model/charted.ts';
import type { Figure } from '../../model/figure.ts';
import { allTime } from '../../model/published.ts';
import { autocorrelation } from '../../statistics/autocorrelation.ts';
import { mannKendall } from '../../statistics/mann-kendall.ts';
import { makeFigure } from './make-figure.ts';
import type { FigureSeries } from './series.ts';

/** Beyond this many standard errors of an autocorrelation the periods are not independent. */
const standardErrors = 1.96;

/** Whether what is left after the drift leans on the period before, or on the season. */
function leans(values: readonly number[], slope: number, season: number): boolean {
  const left = values.map((value, place) => value - slope * place);
  const bound = standardErrors / Math.sqrt(values.length);
  const lags = values.length >= 2 * season ? [1, season] : [1];
  return lags.some((lag) => (autocorrelation(left, lag) ?? 0) > bound);
}

function driftFigure({ figures }: FigureSeries, first: Figure, season: number): Figure {
  const { subject_kind, subject_id, measure, question_id } = first;
  const heading = {
    subject_kind,
    subject_id,
    period: allTime,
    measure: driftMeasure(measure),
    question_id,
  };
  const shown = figures.filter(({ status }) => status === 'shown');
  const values = shown.map(({ value }) => value ?? 0);
  const base = values.length;
  const test = base < fewestTested ? null : mannKendall(values);
  if (test === null || test.p === null || leans(values, test.slope, season))
    return makeFigure(heading, 'not_estimable', { base });
  return { ...makeFigure(heading, 'shown', { base, value: test.slope }), p_adjusted: test.p };
}

/**
 * The slow drift of each series, with its p-value as it is before `adjust`. Not estimable with too few periods, where
 * nothing varies, and where the periods lean on each other. The base is the number of periods.
 */
export function driftFigures(series: readonly FigureSeries[], season: number): Figure[] {
  return series.flatMap((one) => {
    const [first] = one.figures;
    return first === undefined ? [] : [driftFigure(one, first, season)];
  });
}
