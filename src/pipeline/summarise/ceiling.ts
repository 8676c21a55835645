import { intervalBase } from '../../model/cluster.ts';
import type { Figure } from '../../model/figure.ts';
import { nearCeiling } from '../../model/near-ceiling.ts';
import { confidence } from '../../model/rule.ts';
import { perMany } from '../../statistics/per-many.ts';
import { makeFigure } from './make-figure.ts';

/**
 * How many of a thousand or ten thousand were dissatisfied, wherever the negative share is published and small. Made from
 * the published count and base alone, so it says no more than they do; its interval is that of the share, widened where that is.
 */
export function ceilingFigures(figures: readonly Figure[]): Figure[] {
  return figures.flatMap((figure): Figure[] => {
    const { measure, status, value, count, base } = figure;
    if (measure !== 'negative_rate' || status !== 'shown' || value === null || value >= nearCeiling)
      return [];
    const rate =
      count === null || base === null
        ? null
        : perMany(count, base, confidence, intervalBase({ ...figure, base }));
    if (rate === null) return [];
    const { subject_kind, subject_id, period, question_id } = figure;
    const heading = { subject_kind, subject_id, period, question_id, measure: `negative_per_${rate.unit}` };
    return [
      makeFigure(heading, 'shown', {
        count,
        base,
        value: rate.value,
        low: rate.lower,
        high: rate.upper,
      }),
    ];
  });
}
