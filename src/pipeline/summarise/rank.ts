import type { Figure } from '../../model/figure.ts';
import { rankedMeasure, rankSeed } from '../../model/ranked.ts';
import { allTime } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import type { Proportion } from '../../statistics/interval.ts';
import { rankRange } from '../../statistics/rank-range.ts';
import { shrunkenRates } from '../../statistics/shrunken-rates.ts';
import { makeFigure } from './make-figure.ts';

/**
 * For a programme whose rules demand a ranking of departments: the stabilised estimate, the range of ranks and the band of
 * each. Departments without cases are not ranked.
 */
export function rankFigures(figures: readonly Figure[]): Figure[] {
  const units = figures.filter(
    (figure): figure is Figure & Proportion =>
      figure.measure === rankedMeasure &&
      figure.subject_kind === 'department' &&
      figure.period === allTime &&
      (figure.base ?? 0) > 0,
  );
  const rates = shrunkenRates(units, confidence);
  const ranges = rankRange(units, { seed: rankSeed, confidence });
  return units.flatMap((unit, place): Figure[] => {
    const { subject_kind, subject_id, period, question_id, count, base } = unit;
    const rate = rates?.units[place];
    const range = ranges[place];
    const heading = (measure: string) => ({ subject_kind, subject_id, period, question_id, measure });
    if (rate === undefined || range === undefined) return [];
    return [
      makeFigure(heading(`${rankedMeasure}_stabilised`), 'shown', {
        count,
        base,
        value: rate.estimate,
        low: rate.lower,
        high: rate.upper,
      }),
      {
        ...makeFigure(heading(`${rankedMeasure}_rank`), 'shown', {
          base: units.length,
          low: range.best,
          high: range.worst,
        }),
        band: range.band,
      },
    ];
  });
}
