import { eventKinds, severities, statuses } from '../../model/record.ts';
import type { Programme } from '../../model/programme.ts';
import type { Settings } from '../../model/settings.ts';
import type { CalendarDay } from './calendar.ts';
import type { Database } from './database.ts';

/** The steps that say where a finding stands; the others leave it where it was. */
function statusOf(event: string): string {
  return statuses.some(({ code }) => code === event) ? event : '';
}

const ever = { first: '0001-01-01', last: '9999-12-31' } as const;

/** How many working days hold for which severity, of what was sent after one day and until another. */
function deadlineRules({ deadlines, earlier_deadlines: earlier = [] }: Programme): string[][] {
  const all = [...earlier, ...(deadlines === undefined ? [] : [{ ...deadlines, until: ever.last }])];
  return all.flatMap((limits, place) =>
    severities.map(({ code }) => [
      code,
      String(limits[code]),
      all[place - 1]?.until ?? ever.first,
      limits.until,
    ]),
  );
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
  await database.fill(
    'deadline_rule_text',
    ['severity', 'working_days', 'sent_after', 'sent_until'],
    deadlineRules(programme),
  );
  await database.run(
    'CREATE TABLE deadline_rule AS SELECT severity, CAST(working_days AS INTEGER) AS working_days, CAST(sent_after AS DATE) AS sent_after, CAST(sent_until AS DATE) AS sent_until FROM deadline_rule_text',
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
