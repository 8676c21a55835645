/** A row of a table as it was published, as text by column name. */
export type PublishedText = Readonly<Record<string, string>>;

/** What an earlier release told of the survey: everybody may have kept it. */
export interface EarlierSurvey {
  readonly release: number;
  /** The periods whose answers it counted. */
  readonly periods: readonly string[];
  /** The names of the drops that it was made from. */
  readonly drops: readonly string[];
  readonly answers: readonly PublishedText[];
  readonly figures: readonly PublishedText[];
}

/** One closed period of the survey, and the release with which it was published first. */
export interface ClosedPeriod {
  readonly period: string;
  readonly starts_on: string;
  readonly ends_on: string;
  /** The number of that release; `new` for the next one. */
  readonly block: string;
}

/** The block of what has not been published yet. */
export const newBlock = 'new';
