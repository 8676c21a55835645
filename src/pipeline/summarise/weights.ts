import type { Figure } from '../../model/figure.ts';
import {
  largestWeight,
  marginDimensions,
  mostRounds,
  weightedMeasures,
  type Margin,
} from '../../model/margin.ts';
import { allTime } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import type { Proportion } from '../../statistics/interval.ts';
import { raking, type Margins } from '../../statistics/raking.ts';
import { weightedShareInterval } from '../../statistics/weighted-share-interval.ts';
import { makeFigure, rounded } from './make-figure.ts';

/** One cell of the population: its category in each dimension, and the published answers in it. */
interface Cell extends Proportion {
  readonly categories: Readonly<Record<string, string>>;
}

/** The dimensions in use, in the order in which a subject joins them. */
function dimensionsOf(margins: readonly Margin[]): string[] {
  return marginDimensions
    .map(({ code }) => code)
    .filter((code) => margins.some(({ dimension }) => dimension === code));
}

function populationsOf(margins: readonly Margin[], dimensions: readonly string[]): Margins {
  return Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      Object.fromEntries(
        margins
          .filter((margin) => margin.dimension === dimension)
          .map(({ category, population }) => [category, population]),
      ),
    ]),
  );
}

/** The share, what the weights cost, and whether they may be used at all; null where they may not. */
function weightedShare(cells: readonly Cell[], margins: Margins) {
  const used = cells.filter(({ base }) => base > 0);
  let totals: readonly number[];
  try {
    totals = raking(
      used.map(({ categories }) => categories),
      margins,
      { baseWeights: used.map(({ base }) => base), rounds: mostRounds },
    );
  } catch {
    // A category without answers, or margins that no weights can meet: raking refuses, and so does the figure.
    return null;
  }
  const answers = used.reduce((sum, { base }) => sum + base, 0);
  const total = totals.reduce((sum, weight) => sum + weight, 0);
  const over = (of: (weight: number, cell: Cell) => number) =>
    totals.reduce((sum, weight, place) => sum + of(weight, used[place] as Cell), 0);
  const largest = Math.max(...totals.map((weight, place) => weight / (used[place] as Cell).base));
  if (largest > (largestWeight * total) / answers) return null;
  return {
    share: over((weight, { count, base }) => (weight * count) / base) / total,
    effective: (total * total) / over((weight, { base }) => (weight * weight) / base),
    answers,
  };
}

/** A rate of the programme, weighted; withheld with any of its parts, not estimable where weighting is refused. */
function weightedFigure(whole: Figure, parts: readonly Figure[], margins: readonly Margin[]): Figure {
  const { subject_kind, subject_id, period, question_id } = whole;
  const heading = { subject_kind, subject_id, period, question_id, measure: `${whole.measure}_weighted` };
  const { base } = whole;
  if (parts.some(({ status }) => status === 'withheld')) return makeFigure(heading, 'withheld', { base });
  const dimensions = dimensionsOf(margins);
  const cells = parts.map(({ subject_id: joined, count, base: answers }): Cell => {
    const ids = joined.split('+');
    return {
      categories: Object.fromEntries(dimensions.map((dimension, place) => [dimension, ids[place] ?? ''])),
      count: count ?? 0,
      base: answers ?? 0,
    };
  });
  const result = weightedShare(cells, populationsOf(margins, dimensions));
  if (result === null || result.answers !== base) return makeFigure(heading, 'not_estimable', { base });
  const { lower, upper } = weightedShareInterval(result.share, result.effective, confidence);
  return {
    ...makeFigure(heading, 'shown', { base, value: result.share, low: lower, high: upper }),
    deff: rounded(result.answers / result.effective),
    effective_base: rounded(result.effective),
  };
}

/**
 * The rates of the programme weighted to the population of the margins, from the published counts of the parts alone: those
 * by the one dimension, or by the two together, that the margins name. Where these parts are not published, or one is
 * withheld, or some answers belong to none of them, there is no weighted rate; the unweighted one stays as it is.
 */
export function weightedFigures(figures: readonly Figure[], margins: readonly Margin[]): Figure[] {
  if (margins.length === 0) return [];
  const kind = dimensionsOf(margins).join('_');
  const parts = Map.groupBy(
    figures.filter((figure) => figure.subject_kind === kind && figure.period === allTime),
    ({ measure, question_id }) => `${measure}|${question_id}`,
  );
  return figures
    .filter(
      (figure) =>
        figure.subject_kind === 'programme' &&
        figure.period === allTime &&
        figure.status === 'shown' &&
        (weightedMeasures as readonly string[]).includes(figure.measure),
    )
    .map((whole) => weightedFigure(whole, parts.get(`${whole.measure}|${whole.question_id}`) ?? [], margins));
}
