import type { Figure } from '../../../src/model/figure.ts';
import type { Period } from '../../../src/model/register.ts';
import { countFigure, rateFigure } from '../../../src/pipeline/summarise/make-figure.ts';

const smallest = 10;

/** A rate of one unit over all time. */
export function unitRate(subject_kind: string, subject_id: string, count: number, base: number): Figure {
  const heading = { subject_kind, subject_id, period: 'all', measure: 'on_time_rate', question_id: '' };
  return rateFigure(heading, count, base, smallest);
}

/** A count of the programme in each of some periods. */
export function countsOf(measure: string, periods: readonly Period[], values: readonly number[]): Figure[] {
  return values.map((value, place) =>
    countFigure(
      {
        subject_kind: 'programme',
        subject_id: 'all',
        period: periods[place]?.period ?? '',
        measure,
        question_id: '',
      },
      value,
      null,
    ),
  );
}

/** A rate of the programme in each of some periods. */
export function ratesOf(
  measure: string,
  periods: readonly Period[],
  values: readonly (readonly [count: number, base: number])[],
): Figure[] {
  return values.map(([count, base], place) =>
    rateFigure(
      {
        subject_kind: 'programme',
        subject_id: 'all',
        period: periods[place]?.period ?? '',
        measure,
        question_id: '',
      },
      count,
      base,
      smallest,
    ),
  );
}
