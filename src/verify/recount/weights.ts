import { largestWeight, marginDimensions, mostRounds, weightedMeasures } from '../../model/margin.ts';
import { allTime } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import { raking, type Margins } from '../../statistics/raking.ts';
import { weightedShareInterval } from '../../statistics/weighted-share-interval.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import { figureKey, type Ground } from './ground.ts';
import { shown, without, type Numbers } from './numbers.ts';

/** The published answers of one category, or of two categories together. */
interface Part {
  readonly categories: Readonly<Record<string, string>>;
  readonly count: number;
  readonly base: number;
}

function populations(rows: readonly Row[]): Margins {
  const byDimension = Map.groupBy(rows, (row) => cell(row, 'dimension'));
  return Object.fromEntries(
    marginDimensions
      .filter(({ code }) => byDimension.has(code))
      .map(({ code }) => [
        code,
        Object.fromEntries(
          (byDimension.get(code) ?? []).map((row) => [
            cell(row, 'category'),
            numberIn(row, 'population') ?? 0,
          ]),
        ),
      ]),
  );
}

/** So much each part weighs, or null where no weights bring the answers to the population. */
function totalsOf(parts: readonly Part[], margins: Margins): readonly number[] | null {
  try {
    return raking(
      parts.map(({ categories }) => categories),
      margins,
      { baseWeights: parts.map(({ base }) => base), rounds: mostRounds },
    );
  } catch {
    return null;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function weighted(parts: readonly Part[], margins: Margins, base: number): Numbers {
  const refused = without('not_estimable', { base });
  const totals = totalsOf(parts, margins);
  if (totals === null) return refused;
  const each = parts.map(({ count, base: answers }, place) => {
    const weight = totals[place] ?? 0;
    return { weight, share: (weight * count) / answers, square: (weight * weight) / answers, answers };
  });
  const total = sum(totals);
  const answers = sum(each.map((one) => one.answers));
  const heaviest = Math.max(...each.map((one) => one.weight / one.answers));
  if (heaviest > (largestWeight * total) / answers || answers !== base) return refused;
  const value = sum(each.map(({ share }) => share)) / total;
  const effective = (total * total) / sum(each.map(({ square }) => square));
  const { lower, upper } = weightedShareInterval(value, effective, confidence);
  return shown({
    base,
    value,
    low: lower,
    high: upper,
    deff: answers / effective,
    effective_base: effective,
  });
}

/** A rate of the programme weighted to the population of `margins.csv`, from the published parts; null for another kind of figure. */
export function recountWeighted({ tables, figures }: Ground, row: Row): Numbers | null {
  const measure = weightedMeasures.find((one) => cell(row, 'measure') === `${one}_weighted`);
  const whole = figures.get(figureKey({ ...row, measure: measure ?? '' }));
  if (measure === undefined || whole === undefined) return null;
  const margins = populations(tables.margins);
  const dimensions = Object.keys(margins);
  const rows = tables.figures.filter(
    (one) =>
      cell(one, 'subject_kind') === dimensions.join('_') &&
      cell(one, 'period') === allTime &&
      cell(one, 'measure') === measure &&
      cell(one, 'question_id') === cell(row, 'question_id'),
  );
  const base = numberIn(whole, 'base') ?? 0;
  if (rows.some((one) => cell(one, 'status') === 'withheld')) return without('withheld', { base });
  const parts = rows.map((one): Part => {
    const ids = cell(one, 'subject_id').split('+');
    return {
      categories: Object.fromEntries(dimensions.map((dimension, place) => [dimension, ids[place] ?? ''])),
      count: numberIn(one, 'count') ?? 0,
      base: numberIn(one, 'base') ?? 0,
    };
  });
  return weighted(
    parts.filter((part) => part.base > 0),
    margins,
    base,
  );
}
