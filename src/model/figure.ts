import type { PublishedRow } from './published.ts';

/** One published number: a row of `figures.csv`. */
export type Figure = PublishedRow<'figures'>;

/** The limits of a funnel plot at one base: a row of `funnels.csv`. */
export type FunnelRow = PublishedRow<'funnels'>;

/** One step of a curve of time to remedy: a row of `curves.csv`. */
export type CurveRow = PublishedRow<'curves'>;

/** One answer to a question in one unit: a row of `answers.csv`, without its wording. */
export type AnswerCount = Pick<
  PublishedRow<'answers'>,
  | 'question_id'
  | 'subject_kind'
  | 'subject_id'
  | 'period'
  | 'answer_id'
  | 'place'
  | 'count'
  | 'base'
  | 'share'
  | 'low'
  | 'high'
  | 'status'
>;

/** What a figure is about. */
export interface Subject {
  readonly subject_kind: string;
  readonly subject_id: string;
}
