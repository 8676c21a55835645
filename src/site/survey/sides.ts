import { sideAt, sidesOfGrades, type Side, type Sides } from '../../model/sides.ts';
import { everything } from '../figures/figures.ts';
import { localized, programme } from '../programme.ts';
import { tables } from '../tables/tables.ts';
import type { Localized } from '../words/localized.ts';
import { answersOf } from './answers.ts';
import { questionsInOrder, type Question } from './survey.ts';

/** The rates of the kinds of question whose answers have sides: that of the good side, then that of the bad one. */
const ratesOfKind: Readonly<Record<string, readonly [good: string, bad: string]>> = {
  grade: ['positive_rate', 'negative_rate'],
  scale: ['favourable_rate', 'unfavourable_rate'],
};

/** The rates of a kind of question, first that of the good side; null for one whose answers have no sides. */
export function sideRates(kind: string | undefined): readonly [good: string, bad: string] | null {
  return ratesOfKind[kind ?? ''] ?? null;
}

const byId = new Map(tables.questions.map((question) => [question.question_id, question]));

/** How many answers to a question are on either side; tables that do not say so are about the five grades. */
export function sidesIn(question: string): Sides {
  const { favourable, unfavourable } = byId.get(question) ?? {};
  return {
    favourable: favourable ?? sidesOfGrades.favourable,
    unfavourable: unfavourable ?? sidesOfGrades.unfavourable,
  };
}

/** An answer of a scale: how it is worded, and on which side it counts. */
export interface SidedAnswer {
  readonly name: Localized;
  readonly side: Side | undefined;
}

/** The answers to a question, best first, each with its side. */
export function sidedAnswers(question: string, language: string): readonly SidedAnswer[] {
  const sides = sidesIn(question);
  return answersOf(question, everything).map((answer, place, { length }) => ({
    name: localized(answer, 'answer', language),
    side: sideAt(place, length, sides),
  }));
}

/** The questions with a scale, those that have the same answers together: they can stand in one table, under one key. */
export function scalesInOrder(language: string): readonly (readonly Question[])[] {
  const scales = questionsInOrder.filter(({ kind }) => kind === 'scale');
  return [
    ...Map.groupBy(scales, ({ question_id }) => JSON.stringify(sidedAnswers(question_id, language))).values(),
  ];
}

/** The questions whose answers have a good and a bad side, in the order in which they were asked. */
export const sidedQuestions: readonly Question[] = questionsInOrder.filter(
  ({ kind }) => sideRates(kind) !== null,
);

/**
 * The question with which the survey is summed up: the one that the office names, else the only one whose answers have sides; none
 * where there are several, of which none can speak for all.
 */
export const leadingQuestion: Question | undefined =
  sidedQuestions.find(({ question_id }) => question_id === programme.overallQuestion) ??
  (programme.overallQuestion === '' && sidedQuestions.length === 1 ? sidedQuestions[0] : undefined);
