import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { ValueRow } from '../../model/query.ts';
import type { Cutoff } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import type { Database } from './database.ts';

/** Says what was found; `dateColumn` is the column of the drop in which an event's date stands. */
type Found = (row: ValueRow, dateColumn: string) => Omit<Problem, 'code' | 'file' | 'row'>;

interface StateCheck {
  readonly code: ProblemCode;
  /** Gives `drop_rank` and `source_row` of what is wrong, and what `found` needs to say it. */
  readonly sql: string;
  readonly found: Found;
}

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

/** Checks that only make sense where deadlines are counted in working days. */
const withCalendar: readonly StateCheck[] = [
  {
    code: 'due-date-differs',
    sql: `
      SELECT current_finding.drop_rank, current_finding.source_row, CAST(deadline.due_on AS VARCHAR) AS given,
        CAST(deadline.computed_due_on AS VARCHAR) AS computed
      FROM deadline
      INNER JOIN current_finding ON current_finding.finding_id = deadline.finding_id
      WHERE current_finding.due_on IS NOT NULL AND deadline.computed_due_on <> deadline.due_on`,
    found: (row) => ({ column: 'due_on', value: `${text(row, 'given')} / ${text(row, 'computed')}` }),
  },
  {
    code: 'calendar-missing',
    sql: `
      SELECT current_finding.drop_rank, current_finding.source_row,
        CASE WHEN sent.day IS NULL THEN EXTRACT(YEAR FROM history.sent_on) ELSE EXTRACT(YEAR FROM history.sent_on) + 1 END AS missing_year
      FROM deadline
      INNER JOIN current_finding ON current_finding.finding_id = deadline.finding_id
      INNER JOIN history ON history.finding_id = deadline.finding_id
      LEFT JOIN calendar AS sent ON sent.day = history.sent_on
      WHERE history.sent_on IS NOT NULL AND deadline.working_days IS NOT NULL AND deadline.computed_due_on IS NULL
        AND current_finding.due_on IS NULL`,
    found: (row) => ({ value: text(row, 'missing_year') }),
  },
];

function cutoffYear(settings: Settings, cutoff: Cutoff, years: readonly number[]): Problem[] {
  const year = Number(cutoff.on.slice(0, 4));
  return settings.programme.calendar === 'china' && cutoff.on !== '' && !years.includes(year)
    ? [{ code: 'calendar-missing', file: 'programme.yaml', value: String(year) }]
    : [];
}

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
  calendarYears: readonly number[],
): AsyncGenerator<Problem> {
  const checks = settings.programme.calendar === 'china' ? [...always, ...withCalendar] : always;
  yield* cutoffYear(settings, cutoff, calendarYears);
  for (const { code, sql, found } of checks) {
    for await (const row of database.stream(`${sql} ORDER BY 1, 2`)) {
      const drop = drops[Number(row['drop_rank']) - 1];
      const [file, place] = [drop?.file ?? '', Number(row['source_row'])];
      yield { code, file, row: place, ...found(row, dateColumnOf(row, drop, settings)) };
    }
  }
}
