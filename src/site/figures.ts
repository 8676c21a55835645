import { ownText } from '../model/own-text.ts';
import { allTime, wholeProgramme, type PublishedRow, type SubjectKind } from '../model/published.ts';
import { tables } from './tables.ts';

/** One published number. */
export type FigureRow = PublishedRow<'figures'>;

/** What a figure is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The whole programme as a subject. */
export const everything: Subject = { kind: 'programme', id: wholeProgramme };

/** How an element names its figure: `department:hrss|all|confirmed`, with `|question` for survey figures. */
export function figureKey(figure: FigureRow): string {
  const key = `${figure.subject_kind}:${figure.subject_id}|${figure.period}|${figure.measure}`;
  return figure.question_id ? `${key}|${figure.question_id}` : key;
}

const byKey = new Map(tables.figures.map((figure) => [ownText(figureKey(figure)), figure]));

/** Looks a published number up. Undefined where nothing was there to count. */
export function figureOf(
  subject: Subject,
  measure: string,
  period: string = allTime,
  question = '',
): FigureRow | undefined {
  const key = `${subject.kind}:${subject.id}|${period}|${measure}`;
  return byKey.get(question ? `${key}|${question}` : key);
}

/** Whether a figure counts at least one: what decides if a list or a sentence has anything to say. */
export function hasAny(figure: FigureRow | undefined): figure is FigureRow {
  return (figure?.count ?? 0) > 0;
}
