import { confidence } from '../../model/rule.ts';
import { scaleMeasures } from '../../model/sides.ts';
import { gradeRates, type RateWithInterval } from '../../statistics/grade-rates.ts';
import { meanIntervalOfCounts } from '../../statistics/mean-interval.ts';
import { netPromoterScore } from '../../statistics/net-promoter-score.ts';
import { scaleRates } from '../../statistics/scale-rates.ts';
import { counted, shown, without, type Numbers } from './numbers.ts';
import { cell, type Row } from '../read-table.ts';

const lowestPromoter = 9;
const highestDetractor = 6;
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** A question as `questions.csv` has it: its kind, and how many of its answers count on either side. */
export interface AskedQuestion {
  readonly kind: string;
  readonly favourable: number;
  readonly unfavourable: number;
}

function share(rate: RateWithInterval | null): Numbers {
  if (rate === null) return without('no_cases', { base: 0 });
  const { count, base, share: value, lower: low, upper: high } = rate;
  return shown({ count, base, value, low, high });
}

function grades(counts: readonly number[]): [string, Numbers][] {
  const [verySatisfied = 0, satisfied = 0, basicallySatisfied = 0, dissatisfied = 0, veryDissatisfied = 0] =
    counts;
  const rates = gradeRates(
    { verySatisfied, satisfied, basicallySatisfied, dissatisfied, veryDissatisfied },
    confidence,
  );
  return [
    ['positive_rate', share(rates.positive)],
    ['negative_rate', share(rates.negative)],
    ['top_two_rate', share(rates.topTwo)],
  ];
}

function scale(counts: readonly number[], question: AskedQuestion): [string, Numbers][] {
  const { favourable, unfavourable } = question;
  // A list that was tampered with must come out as a difference.
  if (!(favourable + unfavourable <= counts.length))
    return Object.keys(scaleMeasures).map((measure) => [
      measure,
      without('not_estimable', { base: total(counts) }),
    ]);
  const rates = scaleRates(counts, question, confidence);
  return [
    ['favourable_rate', share(rates.favourable)],
    ['unfavourable_rate', share(rates.unfavourable)],
  ];
}

function mean(scores: readonly { value: number; count: number }[], smallUnit: number): Numbers {
  const found = meanIntervalOfCounts(scores, confidence);
  if (found === null) return without('no_cases', { base: 0 });
  return found.base < smallUnit
    ? without('too_few', { base: found.base })
    : shown({ base: found.base, value: found.mean, low: found.lower, high: found.upper });
}

function recommendation(counts: readonly number[], smallUnit: number): Numbers {
  const found = netPromoterScore(
    {
      detractors: total(counts.slice(0, highestDetractor + 1)),
      passives: total(counts.slice(highestDetractor + 1, lowestPromoter)),
      promoters: total(counts.slice(lowestPromoter)),
    },
    confidence,
  );
  if (found === null) return without('no_cases', { base: 0 });
  return found.base < smallUnit
    ? without('too_few', { base: found.base })
    : shown({ base: found.base, value: found.score, low: found.lower, high: found.upper });
}

/** The measures that a kind of question has beside the number of people. */
const measuresOf: Readonly<Record<string, readonly string[]>> = {
  grade: ['positive_rate', 'negative_rate', 'top_two_rate', 'mean_score'],
  scale: ['favourable_rate', 'unfavourable_rate', 'mean_score'],
  score: ['mean_score', 'net_promoter_score'],
};

/** What the figures must say where the counts of the answers are not shown: nothing but, perhaps, how many answered. */
function withoutCounts(kind: string, answers: readonly Row[]): ReadonlyMap<string, Numbers> {
  const base = cell(answers[0], 'base');
  const given = base === '' ? {} : { base: Number(base) };
  const status = answers.every((row) => cell(row, 'status') === 'no_cases') ? 'no_cases' : 'withheld';
  const measures = measuresOf[kind] ?? [];
  return new Map([
    ['answered', status === 'withheld' && base !== '' ? counted(Number(base)) : without(status, given)],
    ...measures.map((measure): [string, Numbers] => [measure, without(status, given)]),
  ]);
}

/** The measures of one question in one unit, from the published counts of its answers. A small unit has no mean. */
export function recountQuestion(
  question: AskedQuestion,
  answers: readonly Row[],
  smallUnit: number,
): ReadonlyMap<string, Numbers> {
  const { kind } = question;
  const shownRows = answers
    .filter((row) => cell(row, 'status') === 'shown')
    .toSorted((one, other) => Number(cell(one, 'place')) - Number(cell(other, 'place')));
  if (answers.length === 0) return new Map();
  if (shownRows.length !== answers.length) return withoutCounts(kind, answers);
  const counts = shownRows.map((row) => Number(cell(row, 'count')));
  const base = Number(cell(shownRows[0], 'base'));
  const answered: [string, Numbers] = ['answered', counted(base)];
  if (kind === 'grade' || kind === 'scale')
    return new Map([
      answered,
      ...(kind === 'grade' ? grades(counts) : scale(counts, question)),
      [
        'mean_score',
        mean(
          counts.map((count, place) => ({ value: counts.length - place, count })),
          smallUnit,
        ),
      ],
    ]);
  if (kind === 'score')
    return new Map([
      answered,
      [
        'mean_score',
        mean(
          counts.map((count, value) => ({ value, count })),
          smallUnit,
        ),
      ],
      ['net_promoter_score', recommendation(counts, smallUnit)],
    ]);
  return new Map([answered]);
}
