import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { ValueRow } from '../../model/query.ts';
import type { Cutoff } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import { calendarChecks, calendarEnds, cutoffProblems } from './calendar-problems.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { Database } from './database.ts';
import type { StateCheck } from './state-check.ts';

const text = (row: ValueRow, column: string) => String(row[column] ?? '');

const always: readonly StateCheck[] = [
  {
    code: 'unknown-finding',
    sql: `
      SELECT raw_events.drop_rank, raw_events.source_row, raw_events.finding_id
      FROM raw_events
      LEFT JOIN current_finding ON current_finding.finding_id = raw_events.finding_id
      WHERE current_finding.finding_id IS NULL`,
    found: (row) => ({ column: 'finding_id', value: text(row, 'finding_id') }),
  },
  {
    code: 'unknown-finding',
    sql: `
      SELECT later.drop_rank, later.source_row, later.recurrence_of
      FROM current_finding AS later
      LEFT JOIN current_finding AS earlier ON earlier.finding_id = later.recurrence_of
      WHERE later.recurrence_of IS NOT NULL AND earlier.finding_id IS NULL`,
    found: (row) => ({ column: 'recurrence_of', value: text(row, 'recurrence_of') }),
  },
  {
    code: 'unknown-finding',
    sql: `
      SELECT held_event.drop_rank, held_event.source_row, held_event.other_finding
      FROM held_event
      LEFT JOIN current_finding ON current_finding.finding_id = held_event.other_finding
      WHERE held_event.other_finding IS NOT NULL AND current_finding.finding_id IS NULL`,
    found: (row) => ({ column: 'other_finding', value: text(row, 'other_finding') }),
  },
  {
    code: 'event-before-found',
    sql: `
      SELECT held_event.drop_rank, held_event.source_row, held_event.event, held_event.carried_by,
        CAST(held_event."on" AS VARCHAR) AS moment, CAST(current_finding.found_on AS VARCHAR) AS found_on
      FROM held_event
      INNER JOIN current_finding ON current_finding.finding_id = held_event.finding_id
      WHERE held_event."on" < current_finding.found_on
        OR (held_event."on" = current_finding.found_on AND held_event."time" < current_finding.found_time)`,
    found: (row, dateColumn) => ({
      column: dateColumn,
      value: `${text(row, 'event')} ${text(row, 'moment')}`,
      detail: text(row, 'found_on'),
    }),
  },
  {
    code: 'after-cutoff',
    sql: `
      SELECT held_event.drop_rank, held_event.source_row, held_event.event, CAST(held_event."on" AS VARCHAR) AS moment,
        CAST(cutoff_on AS VARCHAR) AS cutoff_on
      FROM held_event CROSS JOIN clock
      WHERE held_event."on" > cutoff_on OR (held_event."on" = cutoff_on AND held_event."time" > cutoff_time)
      UNION ALL
      SELECT drop_rank, source_row, 'found', CAST(found_on AS VARCHAR), CAST(cutoff_on AS VARCHAR)
      FROM current_finding CROSS JOIN clock
      WHERE found_on > cutoff_on OR (found_on = cutoff_on AND found_time > cutoff_time)`,
    found: (row) => ({
      value: `${text(row, 'event')} ${text(row, 'moment')}`,
      detail: text(row, 'cutoff_on'),
    }),
  },
];

/** The column in which the date of an event stands: our own, or the one that the layout of a findings export names. */
export function dateColumnOf(row: ValueRow, drop: CheckedDrop | undefined, { layouts }: Settings): string {
  const layout = layouts.find(({ name }) => name === drop?.layout);
  const carried = text(row, 'carried_by') === '' ? undefined : layout?.events;
  return carried?.find(({ event }) => event === text(row, 'event'))?.on ?? 'on';
}

/** What does not hold together once all drops are seen as one. */
export async function* stateProblems(
  database: Database,
  settings: Settings,
  drops: readonly CheckedDrop[],
  cutoff: Cutoff,
  calendar: WorkingCalendar,
): AsyncGenerator<Problem> {
  yield* calendarEnds(settings.programme, cutoff, calendar);
  yield* await cutoffProblems(database, settings.programme, cutoff, calendar);
  for (const { code, sql, found } of [...always, ...calendarChecks(settings.programme, calendar)]) {
    for await (const row of database.stream(`${sql} ORDER BY 1, 2`)) {
      const drop = drops[Number(row['drop_rank']) - 1];
      const [file, place] = [drop?.file ?? '', Number(row['source_row'])];
      yield { code, file, row: place, ...found(row, dateColumnOf(row, drop, settings)) };
    }
  }
}
