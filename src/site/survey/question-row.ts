import { pageAddress, questionPath } from '../addresses/address.ts';
import type { Subject } from '../figures/figures.ts';
import { localized } from '../programme.ts';
import type { Localized } from '../words/localized.ts';
import type { Question } from './survey.ts';

/** A row of a table of answers: what it is called, where more of it stands, and whose answers to which question it has. */
export interface QuestionRow {
  readonly name: Localized;
  readonly href: string;
  readonly question: string;
  readonly subject: Subject;
}

/** What a subject answered to a question, as a row that is called by the question's wording. */
export function questionRow(question: Question, subject: Subject, language: string): QuestionRow {
  return {
    name: localized(question, 'text', language),
    href: pageAddress(language, questionPath(question.question_id)),
    question: question.question_id,
    subject,
  };
}
