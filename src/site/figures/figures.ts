import { allTime, wholeProgramme, type PublishedRow, type SubjectKind } from '../../model/published.ts';
import { tables } from '../tables/tables.ts';

/** One published number. */
export type FigureRow = PublishedRow<'figures'>;

/** What names a published number. */
type Named = Pick<FigureRow, 'subject_kind' | 'subject_id' | 'period' | 'measure' | 'question_id'>;

/** What a figure is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The whole programme as a subject. */
export const everything: Subject = { kind: 'programme', id: wholeProgramme };

/** How an element names its figure: `department:hrss|all|confirmed`, with `|question` for survey figures. */
export function figureKey(figure: Named): string {
  const { subject_kind: kind, subject_id: id, period, measure, question_id: question } = figure;
  // Joined, a text is of one piece: as a template, each of a hundred thousand keys would be held as seven.
  return [`${kind}:${id}`, period, measure, ...(question ? [question] : [])].join('|');
}

const byKey = new Map(tables.figures.map((figure) => [figureKey(figure), figure]));

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
