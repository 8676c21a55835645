import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { ValueRow } from '../../model/query.ts';

/** Says what was found; `dateColumn` is the column of the drop in which an event's date stands. */
type Found = (row: ValueRow, dateColumn: string) => Omit<Problem, 'code' | 'file' | 'row'>;

/** Something that does not hold together once all drops are seen as one, and how it is told. */
export interface StateCheck {
  readonly code: ProblemCode;
  /** Gives `drop_rank` and `source_row` of what is wrong, and what `found` needs to say it. */
  readonly sql: string;
  readonly found: Found;
}
