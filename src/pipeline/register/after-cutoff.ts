import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Cutoff } from '../../model/register.ts';
import type { Database } from './database.ts';
import { rawTable } from './raw.ts';

const never = 'FALSE';
const later = (day: string, time: string) =>
  `(${day} > cutoff_on OR (${day} = cutoff_on AND ${time} > cutoff_time))`;

/** Whether a record of each kind comes after the cut-off, in SQL beside `clock`. */
export const afterCutoff: Readonly<Record<RecordKind, string>> = {
  findings: later('found_on', 'found_time'),
  events: later('"on"', '"time"'),
  responses: '(submitted_on > cutoff_on)',
  visits: '("on" > cutoff_on)',
  transactions: never,
};

/** Rows of a drop that come after the cut-off. */
export interface LateRows {
  readonly dropRank: number;
  readonly rows: number;
  readonly firstRow: number;
}

/** How many rows of each drop come after the cut-off. Events that a findings row carries go with it. */
export async function lateRows(database: Database, kind: RecordKind): Promise<LateRows[]> {
  if (afterCutoff[kind] === never) return [];
  const rows = await database.query(
    kind === 'responses'
      ? 'SELECT drop_rank, SUM(responses) AS late, MIN(first_row) AS first_row FROM response_day CROSS JOIN clock WHERE "on" > cutoff_on GROUP BY drop_rank ORDER BY 1'
      : `SELECT drop_rank, COUNT(*) AS late, MIN(source_row) AS first_row FROM ${rawTable(kind)} CROSS JOIN clock WHERE carried_by IS NULL AND ${afterCutoff[kind]} GROUP BY drop_rank ORDER BY 1`,
  );
  return rows.map((row) => ({
    dropRank: Number(row['drop_rank']),
    rows: Number(row['late']),
    firstRow: Number(row['first_row']),
  }));
}

/** What there is to say of responses and visits after the cut-off, one word a drop; findings and events are named one by one. */
export function lateProblems(
  kind: RecordKind,
  late: readonly LateRows[],
  files: readonly string[],
  cutoff: Cutoff,
): Problem[] {
  if (kind === 'findings' || kind === 'events') return [];
  return late.map(({ dropRank, rows, firstRow }) => ({
    code: 'after-cutoff',
    file: files[dropRank - 1] ?? '',
    row: firstRow,
    value: `${kind} × ${rows}`,
    detail: cutoff.on,
  }));
}
