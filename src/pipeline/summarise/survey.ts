import type { AnswerCount, Figure } from '../../model/figure.ts';
import { confidence } from '../../model/rule.ts';
import type { Question } from '../../model/settings.ts';
import type { SurveyUnit } from '../../model/survey-table.ts';
import type { ProtectedAnswers } from '../../model/tally.ts';
import { sidesOf, type Sides } from '../../model/sides.ts';
import { gradeRates, type RateWithInterval } from '../../statistics/grade-rates.ts';
import { meanIntervalOfCounts } from '../../statistics/mean-interval.ts';
import { netPromoterScore } from '../../statistics/net-promoter-score.ts';
import { scaleRates } from '../../statistics/scale-rates.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import { makeFigure, rounded, rateFigure, type Heading } from './make-figure.ts';

/** The rows of `answers.csv` for one question in one unit. */
export function answerCounts(
  question: Question,
  unit: SurveyUnit,
  answers: ProtectedAnswers | undefined,
): AnswerCount[] {
  return question.choices.map(({ id }, place): AnswerCount => {
    const row = {
      question_id: question.id,
      ...unit,
      answer_id: id,
      place: place + 1,
    };
    const none = { count: null, base: null, share: null, low: null, high: null };
    if (answers === undefined || (answers.shown === 'all' && answers.base === 0))
      return { ...row, ...none, base: 0, status: 'no_cases' };
    if (answers.shown === 'nothing') return { ...row, ...none, status: 'withheld' };
    if (answers.shown === 'base') return { ...row, ...none, base: answers.base, status: 'withheld' };
    const count = answers.counts.get(id) ?? 0;
    const interval = wilsonInterval(count, answers.base, confidence);
    return {
      ...row,
      count,
      base: answers.base,
      share: rounded(count / answers.base),
      low: rounded(interval?.lower),
      high: rounded(interval?.upper),
      status: 'shown',
    };
  });
}

type HeadingOf = (measure: string) => Heading;

function shareFigure(heading: Heading, rate: RateWithInterval | null): Figure {
  if (rate === null) return makeFigure(heading, 'no_cases', { base: 0 });
  const { count, base, share: value, lower: low, upper: high } = rate;
  return makeFigure(heading, 'shown', { count, base, value, low, high });
}

function gradeFigures(counts: readonly number[], heading: HeadingOf): Figure[] {
  const [verySatisfied = 0, satisfied = 0, basicallySatisfied = 0, dissatisfied = 0, veryDissatisfied = 0] =
    counts;
  const rates = gradeRates(
    { verySatisfied, satisfied, basicallySatisfied, dissatisfied, veryDissatisfied },
    confidence,
  );
  return [
    shareFigure(heading('positive_rate'), rates.positive),
    shareFigure(heading('negative_rate'), rates.negative),
    shareFigure(heading('top_two_rate'), rates.topTwo),
  ];
}

function scaleFigures(counts: readonly number[], sides: Sides, heading: HeadingOf): Figure[] {
  const rates = scaleRates(counts, sides, confidence);
  return [
    shareFigure(heading('favourable_rate'), rates.favourable),
    shareFigure(heading('unfavourable_rate'), rates.unfavourable),
  ];
}

/** In a small unit the decimals of a mean tell who answered what, so there is none. */
function meanFigure(
  scores: readonly { value: number; count: number }[],
  heading: Heading,
  smallUnit: number,
): Figure {
  const mean = meanIntervalOfCounts(scores, confidence);
  if (mean !== null && mean.base < smallUnit) return makeFigure(heading, 'too_few', { base: mean.base });
  return mean === null
    ? makeFigure(heading, 'no_cases', { base: 0 })
    : makeFigure(heading, 'shown', { base: mean.base, value: mean.mean, low: mean.lower, high: mean.upper });
}

const lowestPromoter = 9;
const highestDetractor = 6;

function recommendationFigure(counts: readonly number[], heading: Heading, smallUnit: number): Figure {
  const total = (part: readonly number[]) => part.reduce((sum, count) => sum + count, 0);
  const nps = netPromoterScore(
    {
      detractors: total(counts.slice(0, highestDetractor + 1)),
      passives: total(counts.slice(highestDetractor + 1, lowestPromoter)),
      promoters: total(counts.slice(lowestPromoter)),
    },
    confidence,
  );
  if (nps !== null && nps.base < smallUnit) return makeFigure(heading, 'too_few', { base: nps.base });
  return nps === null
    ? makeFigure(heading, 'no_cases', { base: 0 })
    : makeFigure(heading, 'shown', { base: nps.base, value: nps.score, low: nps.lower, high: nps.upper });
}

/** The measures that a kind of question has beside its distribution. */
const measuresOf: Readonly<Record<string, readonly string[]>> = {
  grade: ['positive_rate', 'negative_rate', 'top_two_rate', 'mean_score'],
  scale: ['favourable_rate', 'unfavourable_rate', 'mean_score'],
  score: ['mean_score', 'net_promoter_score'],
};

/** The figures of one question in one unit. What may not be shown says so; nothing is computed from it. */
export function questionFigures(
  question: Question,
  unit: SurveyUnit,
  answers: ProtectedAnswers | undefined,
  smallUnit: number,
): Figure[] {
  const heading = (measure: string) => ({
    ...unit,
    measure,
    question_id: question.id,
  });
  const measures = measuresOf[question.kind] ?? [];
  if (answers === undefined || (answers.shown !== 'nothing' && answers.base === 0))
    return ['answered', ...measures].map((measure) => makeFigure(heading(measure), 'no_cases', { base: 0 }));
  if (answers.shown === 'nothing')
    return ['answered', ...measures].map((measure) => makeFigure(heading(measure), 'withheld'));
  const { base } = answers;
  const answered = makeFigure(heading('answered'), 'shown', { count: base, value: base });
  if (answers.shown === 'base')
    return [answered, ...measures.map((measure) => makeFigure(heading(measure), 'withheld', { base }))];
  const counts = question.choices.map(({ id }) => answers.counts.get(id) ?? 0);
  const sides = sidesOf(question);
  if (sides !== null) {
    const rates =
      question.kind === 'grade' ? gradeFigures(counts, heading) : scaleFigures(counts, sides, heading);
    const scores = counts.map((count, place) => ({ value: counts.length - place, count }));
    return [answered, ...rates, meanFigure(scores, heading('mean_score'), smallUnit)];
  }
  if (question.kind !== 'score') return [answered];
  const scores = counts.map((count, value) => ({ value, count }));
  return [
    answered,
    meanFigure(scores, heading('mean_score'), smallUnit),
    recommendationFigure(counts, heading('net_promoter_score'), smallUnit),
  ];
}

/** How many responses a unit gave and how they came about, and how many of its transactions were rated, where these are known. */
export function responseFigures(
  unit: SurveyUnit,
  responses: ProtectedAnswers | undefined,
  transactions: number | null,
  smallestBase: number,
): Figure[] {
  const heading = (measure: string) => ({ ...unit, measure, question_id: '' });
  const rates = transactions === null ? ['active_share'] : ['active_share', 'evaluation_rate'];
  if (responses === undefined)
    return ['responses', ...rates].map((measure) => makeFigure(heading(measure), 'no_cases', { base: 0 }));
  if (responses.shown === 'nothing')
    return ['responses', ...rates].map((measure) => makeFigure(heading(measure), 'withheld'));
  const total = makeFigure(heading('responses'), 'shown', { count: responses.base, value: responses.base });
  if (responses.shown === 'base')
    return [total, ...rates.map((measure) => makeFigure(heading(measure), 'withheld'))];
  const of = (origin: string, ...transactionsKnown: readonly string[]) =>
    transactionsKnown.reduce((sum, known) => sum + (responses.counts.get(`${origin}|${known}`) ?? 0), 0);
  const all = (origin: string) => of(origin, 'known', 'unknown');
  const explained = all('active') + all('prompted') + all('default');
  const rated = of('active', 'known') + of('prompted', 'known');
  return [
    total,
    explained > 0 && explained < smallestBase
      ? makeFigure(heading('active_share'), 'withheld')
      : rateFigure(heading('active_share'), all('active'), explained, smallestBase),
    ...(transactions === null ? [] : [evaluationRate(rated, transactions, heading, smallestBase)]),
  ];
}

function evaluationRate(
  rated: number,
  transactions: number,
  heading: (measure: string) => Heading,
  smallestBase: number,
): Figure {
  const name = heading('evaluation_rate');
  return rated > transactions && transactions > 0
    ? makeFigure(name, 'not_estimable', { count: rated, base: transactions })
    : rateFigure(name, transactions === 0 ? 0 : rated, transactions, smallestBase);
}
