import { allTime, type PublishedRow } from '../../model/published.ts';
import { grouped } from '../findings/findings.ts';
import type { Subject } from '../figures/figures.ts';
import { tables } from '../tables/tables.ts';

/** How many people gave one answer. */
export type Answer = PublishedRow<'answers'>;

const byQuestion = grouped(
  tables.answers,
  ({ question_id, subject_kind, subject_id, period }) =>
    `${question_id}|${subject_kind}:${subject_id}|${period}`,
);

/** The distribution of the answers to a question in one unit, in the order of the questionnaire; empty where there is none. */
export function answersOf(question: string, subject: Subject, period: string = allTime): readonly Answer[] {
  const rows = byQuestion.get(`${question}|${subject.kind}:${subject.id}|${period}`) ?? [];
  return rows.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
}
