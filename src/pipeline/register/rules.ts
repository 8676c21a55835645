import { eventKinds, severities, statuses } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import type { CalendarDay } from './calendar.ts';
import type { Database } from './database.ts';

/** The steps that say where a finding stands; the others leave it where it was. */
function statusOf(event: string): string {
  return statuses.some(({ code }) => code === event) ? event : '';
}

/** Puts into the store what decides about findings: what events mean, deadlines, working days, the lists. */
export async function loadRules(
  database: Database,
  { programme, lookups }: Settings,
  days: readonly CalendarDay[],
): Promise<void> {
  await database.fill(
    'event_kind_text',
    ['event', 'status', 'place'],
    eventKinds.map(({ code }, place) => [code, statusOf(code), String(place)]),
  );
  await database.run(
    'CREATE TABLE event_kind AS SELECT event, status, CAST(place AS INTEGER) AS place FROM event_kind_text',
  );
  const deadlines = severities.flatMap(({ code }) => {
    const days = programme.deadlines?.[code];
    return days === undefined ? [] : [[code, String(days)]];
  });
  await database.fill('deadline_rule_text', ['severity', 'working_days'], deadlines);
  await database.run(
    'CREATE TABLE deadline_rule AS SELECT severity, CAST(working_days AS INTEGER) AS working_days FROM deadline_rule_text',
  );
  await database.fill(
    'calendar_text',
    ['day', 'working', 'ordinal'],
    days.map(({ day, working, ordinal }) => [day, String(working), String(ordinal)]),
  );
  await database.run(
    'CREATE TABLE calendar AS SELECT CAST(day AS DATE) AS day, CAST(working AS BOOLEAN) AS working, CAST(ordinal AS INTEGER) AS ordinal FROM calendar_text',
  );
  for (const [table, list] of [
    ['hall', lookups.halls],
    ['service', lookups.services],
  ] as const)
    await database.fill(
      table,
      ['id'],
      list.map(({ id }) => [id]),
    );
}
