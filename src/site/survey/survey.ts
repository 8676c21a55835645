import type { PublishedRow } from '../../model/published.ts';
import { answersOf, type Answer } from './answers.ts';
import { figureOf, type FigureRow, type Subject } from '../figures/figures.ts';
import { sightOf, type Sight } from './sight.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** A question of the questionnaire. */
export type Question = PublishedRow<'questions'>;

/** The questions in the order in which they were asked. */
export const questionsInOrder: readonly Question[] = tables.questions.toSorted(
  (one, other) => (one.place ?? 0) - (other.place ?? 0),
);

/** The answers to one question in one unit, with how much of them may be seen. */
export interface Distribution {
  readonly sight: Sight;
  /** In the order of the questionnaire. */
  readonly answers: readonly Answer[];
  /** How many answered. */
  readonly answered: FigureRow | undefined;
}

/** Looks up the answers to a question in one unit, in all closed periods together unless one is named. */
export function distributionOf(question: string, subject: Subject, period?: string): Distribution {
  const answers = answersOf(question, subject, period);
  const answered = figureOf(subject, 'answered', period, question);
  return { sight: sightOf(answers, answered), answers, answered };
}

/** Answers, each with its wording: for a sentence in which several stand. */
export function namedAnswers(
  answers: readonly Answer[],
  language: string,
): readonly { readonly figure: Answer; readonly name: string }[] {
  return answers.map((answer) => ({ figure: answer, name: localized(answer, 'answer', language).text }));
}

/** The key of an answer's row in its table. */
export function answerKey(answer: Answer): string {
  return [answer.question_id, answer.subject_kind, answer.subject_id, answer.period, answer.answer_id].join(
    '|',
  );
}

/** The answer that most people gave; undefined where none may be seen. */
export function commonestOf({ sight, answers }: Distribution): Answer | undefined {
  if (sight !== 'shown') return undefined;
  return answers.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0))[0];
}
