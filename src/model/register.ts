import type { CheckedDrop } from './batch.ts';
import type { Query, Stream } from './query.ts';
import type { SpecialDay } from './special-day.ts';

/** A month or a quarter. */
export interface Period {
  readonly period: string;
  readonly starts_on: string;
  readonly ends_on: string;
}

/** A period with the day from which its answers are published, and whether they are. */
export interface ClosingPeriod extends Period {
  readonly survey_closes_on: string;
  readonly survey_closed: boolean;
}

/** The day up to which the data speak, with the time of day where the programme keeps one. */
export interface Cutoff {
  readonly on: string;
  readonly time: string;
}

/** One field of a finding that a later drop corrected. */
export interface Correction {
  readonly finding_id: string;
  /** Which of its events: `claimed 2025-04-23`, with the time of day and which of several; '' for the finding itself. */
  readonly event: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly corrected_by: string;
}

/** All accepted records of all drops: their latest state, to be asked in SQL, and their history. */
export interface Register {
  readonly query: Query;
  readonly stream: Stream;
  readonly cutoff: Cutoff;
  readonly periods: readonly ClosingPeriod[];
  /** Those by which working days were counted. */
  readonly specialDays: readonly SpecialDay[];
  readonly drops: readonly CheckedDrop[];
  readonly corrections: readonly Correction[];
}
