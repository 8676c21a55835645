/** A row of a table as it was published, as text by column name. */
export type PublishedText = Readonly<Record<string, string>>;

/** How much a count differs from the true one, by its place. */
type KeptChange = readonly [atom: number, by: number];

/**
 * Pairs of tables that agreed with everything a release told of one layer of one family, and differed in what must stay in
 * doubt. Private: they are kept beside the releases and never published. Without them a later run would have to find others
 * that agree with what was told, where nothing more can be withheld; there may be none that is found.
 */
export interface KeptPairs {
  readonly family: string;
  readonly layer: string;
  /** The leaves of each dimension of the cells, and the columns of each cell: they say what an atom is. */
  readonly leaves: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly pairs: readonly { readonly low: readonly KeptChange[]; readonly high: readonly KeptChange[] }[];
}

/** What an earlier release told of the survey: everybody may have kept it. */
export interface EarlierSurvey {
  readonly release: number;
  /** The periods whose answers it counted. */
  readonly periods: readonly string[];
  /** The names of the drops that it was made from. */
  readonly drops: readonly string[];
  readonly answers: readonly PublishedText[];
  readonly figures: readonly PublishedText[];
  /** What we kept for ourselves of it. */
  readonly kept?: readonly KeptPairs[];
}

/** The lists that say what the numbers of a release are about, and the rules by which it told them. */
export const meaningTables = ['questions', 'departments', 'halls', 'services', 'rules'] as const;

/** The rows of those tables. */
export type Meanings = Readonly<Record<(typeof meaningTables)[number], readonly PublishedText[]>>;

/** What an earlier release told of the survey, when, and what it meant by it. */
export interface ToldSurvey extends EarlierSurvey {
  readonly published_on: string;
  readonly meanings: Meanings;
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
