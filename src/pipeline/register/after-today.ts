import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';
import { dateColumnOf } from './problems.ts';

/** The rows dated after a day; an event says itself in which column its date stands. */
const rowsAfter = (day: string) => `
  SELECT drop_rank, source_row, "on" AS day, 1 AS rows, event, carried_by, CAST(NULL AS VARCHAR) AS date_column
  FROM raw_events WHERE "on" > ${day}
  UNION ALL
  SELECT drop_rank, source_row, found_on, 1, NULL, NULL, 'found_on' FROM raw_findings WHERE found_on > ${day}
  UNION ALL
  SELECT drop_rank, source_row, "on", 1, NULL, NULL, 'on' FROM raw_visits WHERE "on" > ${day}
  UNION ALL
  SELECT drop_rank, first_row, "on", responses, NULL, NULL, 'submitted_on' FROM response_day WHERE "on" > ${day}`;

/**
 * The rows that tell of what cannot have happened yet, those that a later drop corrects among them: each of them can be the latest
 * date, up to which the data speak. Responses are told once for a day of a drop, by their first row. Today decides nothing that is
 * published: this is for the office alone.
 */
export async function* afterToday(
  database: Database,
  settings: Settings,
  drops: readonly CheckedDrop[],
  today: string,
): AsyncGenerator<Problem> {
  const rows = database.stream(
    `SELECT *, CAST(day AS VARCHAR) AS written FROM (${rowsAfter(`DATE ${quoteText(today)}`)}) AS ahead ORDER BY drop_rank, source_row, day`,
  );
  for await (const row of rows) {
    const drop = drops[Number(row['drop_rank']) - 1];
    const count = Number(row['rows']);
    const [written, column] = [row['written'], row['date_column']].map((value) => String(value ?? ''));
    yield {
      code: 'after-today',
      file: drop?.file ?? '',
      row: Number(row['source_row']),
      column: column || dateColumnOf(row, drop, settings),
      value: count === 1 ? `${written}` : `${written} × ${count}`,
      detail: today,
    };
  }
}
