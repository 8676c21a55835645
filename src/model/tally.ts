import type { ValueRow } from './query.ts';
import type { SurveyUnit } from './survey-table.ts';

/** The SQL files of the tally, by name, in the order in which they are run. */
export const tallyNames = [
  'findings',
  'time_to_confirmed',
  'time_to_claimed',
  'flows',
  'standing',
  'visits',
  'coverage',
  'responses',
  'transactions',
  'answered',
  'answers',
] as const;

export type TallyName = (typeof tallyNames)[number];

/** Counts of register rows per group: the only thing that statistics are computed from. */
export type Tallies = Readonly<Record<TallyName, readonly ValueRow[]>>;

/** Answers of one unit to one question, as far as they may be shown. */
export type ProtectedAnswers =
  | { readonly shown: 'all'; readonly base: number; readonly counts: ReadonlyMap<string, number> }
  | { readonly shown: 'base'; readonly base: number }
  | { readonly shown: 'nothing' };

/** Survey counts after protection. Units are told by `unitKey`. */
export interface ProtectedSurvey {
  /** The units of all public tables, in the order of the tables. */
  readonly units: readonly SurveyUnit[];
  /** By question, then by unit. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, ProtectedAnswers>>;
  /** Responses by unit, counted by how they came about. */
  readonly responses: ReadonlyMap<string, ProtectedAnswers>;
}
