import type { EarlierSurvey } from '../../model/earlier-survey.ts';
import { thresholdsOf } from '../../model/programme.ts';
import { recordFields, type Field, type RecordKind } from '../../model/record.ts';
import type { Period, Register } from '../../model/register.ts';
import type { SpecialDay } from '../../model/special-day.ts';
import { allDone } from '../../model/all-done.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteName } from '../../model/sql-text.ts';
import { withAftermath, type Aftermath } from './accounts.ts';
import { lateProblems, lateRows } from './after-cutoff.ts';
import { afterToday } from './after-today.ts';
import { calendarOf, type WorkingCalendar } from './calendar.ts';
import { closedPeriods, closesOn } from './closed-periods.ts';
import { circleProblems } from './circles.ts';
import { findCutoff, firstDay, loadClock, missingCutoff } from './clock.ts';
import { corrections } from './corrections.ts';
import type { Database } from './database.ts';
import type { KeptDrop } from './keep.ts';
import { periodsBetween } from './periods.ts';
import type { ProblemLog } from './problem-log.ts';
import { stateProblems } from './problems.ts';
import { openContestedResponses, openRaw } from './raw.ts';
import { openDays, ranksSharingIds } from './response-days.ts';
import { openResponses } from './responses.ts';
import { loadRules } from './rules.ts';
import { runFile } from './tables.ts';
import { openRest, wholeDrops, type WholeDrop } from './whole-drops.ts';
import { exportProblems, vanishedProblems } from './vanished.ts';
import { openShared, versionProblems } from './versions.ts';

const kinds = Object.keys(recordFields) as RecordKind[];

/** What is made of the records of each kind, all at once. */
async function ofEachKind<One>(make: (kind: RecordKind) => Promise<One>): Promise<Map<RecordKind, One>> {
  return new Map(await allDone(kinds.map(async (kind) => [kind, await make(kind)] as const)));
}

/** The ranks of the drops whose findings rows carry events. */
function carryingRanks(kept: readonly KeptDrop[]): string[][] {
  return kept.flatMap(({ drop }, position) =>
    drop.kinds.includes('findings') && drop.kinds.includes('events') ? [[String(position + 1)]] : [],
  );
}

/** The columns of a finding that hold texts in the languages of the programme. */
function textColumns(languages: readonly string[]): string {
  const fields: readonly Field[] = recordFields.findings;
  return fields
    .filter(({ perLanguage }) => perLanguage)
    .flatMap(({ name }) => languages.map((language) => quoteName(`${name}_${language}`)))
    .join(', ');
}

/** What the register needs to be made. */
export interface RegisterInput {
  readonly database: Database;
  readonly kept: readonly KeptDrop[];
  readonly settings: Settings;
  /** `latest`, a date, or a date and time. */
  readonly cutoff: string;
  /** The first and the last day of responses that lie elsewhere, if any do. */
  readonly elsewhere?: readonly string[];
  /** What earlier releases told of the survey. */
  readonly earlier?: readonly EarlierSurvey[];
  /** Rows dated after it are told; where nobody says what day it is, none. */
  readonly today?: string | undefined;
  /** Is told what does not fit. */
  readonly log: ProblemLog;
}

/** The register, and the drops of which it counts the responses as a whole; the view `rest` has what else there is to count. */
export interface Registered extends Register {
  readonly whole: readonly WholeDrop[];
}

/** The days by which working days are counted, from the year of the first period on. */
function specialDaysFrom({ special }: WorkingCalendar, [first]: readonly Period[]): SpecialDay[] {
  return first === undefined ? [] : special.filter(({ day }) => day >= first.starts_on.slice(0, 4));
}

/** Puts the kept drops together: the latest state of every record, what became of earlier ones, and what does not fit. */
export async function register({
  database,
  kept,
  settings,
  cutoff: given,
  elsewhere = [],
  earlier = [],
  today,
  log,
}: RegisterInput): Promise<Registered> {
  const drops = kept.map(({ drop }) => drop);
  const files = drops.map(({ file }) => file);
  const vanished = await ofEachKind((kind) => openRaw(database, kind, kept, settings));
  await openDays(database, kept, vanished.get('responses') ?? [], settings);
  await openContestedResponses(database, drops, settings, await ranksSharingIds(database));
  const calendar = calendarOf({ calendar: settings.programme.calendar, specialDays: settings.specialDays });
  await loadRules(database, settings, calendar.days);
  const cutoff = await findCutoff(database, given, settings.programme.starts_on, elsewhere);
  const periods =
    cutoff.on === ''
      ? []
      : periodsBetween(await firstDay(database, cutoff, elsewhere), cutoff.on, settings.programme.period);
  await loadClock(database, cutoff, periods);
  const aftermath = await ofEachKind(async (kind): Promise<Aftermath> => ({
    shared: await openShared(database, kind, settings),
    late: await lateRows(database, kind),
    vanished: vanished.get(kind) ?? [],
  }));
  for (const [kind, { late, vanished: gone }] of aftermath) {
    for await (const problem of versionProblems(database, kind, files)) log.tell(problem);
    for (const problem of vanishedProblems(gone, files)) log.tell(problem);
    for (const problem of lateProblems(kind, late, files, cutoff)) log.tell(problem);
  }
  if (cutoff.on === '') log.tell(missingCutoff(given));
  const { languages } = settings.programme;
  await runFile(database, 'findings.sql');
  const notes = languages.map((language) => `"note_${language}"`).join(', ');
  await database.fill('carrying_drop_text', ['drop_rank'], carryingRanks(kept));
  await database.run(
    'CREATE TABLE carrying_drop AS SELECT CAST(drop_rank AS BIGINT) AS drop_rank FROM carrying_drop_text',
  );
  await runFile(database, 'events.sql', { notes, no_notes: languages.map(() => 'NULL').join(', ') });
  await runFile(database, 'state.sql', { notes, texts: textColumns(languages) });
  await database.run(
    'CREATE VIEW visit AS SELECT raw_visits.* FROM raw_visits QUALIFY ROW_NUMBER() OVER (PARTITION BY visit_id ORDER BY drop_rank DESC, source_row DESC) = 1 AND "on" <= (SELECT cutoff_on FROM clock)',
  );
  await database.run(
    'CREATE VIEW transactions AS SELECT raw_transactions.* FROM raw_transactions QUALIFY ROW_NUMBER() OVER (PARTITION BY department, "month" ORDER BY drop_rank DESC, source_row DESC) = 1',
  );
  const days = thresholdsOf(settings.programme).days_before_survey_closes;
  const closed = closedPeriods(periods, cutoff.on, days, earlier);
  const shared = aftermath.get('responses')?.shared ?? [];
  const ofResponses = await openResponses(database, {
    settings,
    shared,
    periods,
    closed,
    earlier,
    days,
    files,
  });
  const whole = wholeDrops(kept, cutoff, closed);
  const isWhole = (rank: number) => whole.some((one) => one.rank === rank);
  const others = kept.some(({ parquet }, place) => parquet.responses !== undefined && !isWhole(place + 1));
  await openRest(database, whole, {
    others: others ? 'some' : 'none',
    contested: shared.length > 0 ? 'some' : 'none',
    vanished: (vanished.get('responses') ?? []).length > 0 ? 'some' : 'none',
  });
  for (const problem of ofResponses) log.tell(problem);
  for (const problem of await exportProblems(database, drops, settings)) log.tell(problem);
  for await (const problem of stateProblems(database, settings, drops, cutoff, calendar)) log.tell(problem);
  for (const problem of await circleProblems(database, drops)) log.tell(problem);
  if (today !== undefined)
    for await (const problem of afterToday(database, settings, drops, today)) log.tell(problem);
  return {
    whole,
    query: database.query,
    stream: database.batches,
    cutoff,
    periods: periods.map((one) => ({
      ...one,
      survey_closes_on: closesOn(one.ends_on, days),
      survey_closed: closed.some(({ period }) => period === one.period),
    })),
    specialDays: specialDaysFrom(calendar, periods),
    drops: withAftermath(drops, aftermath, log.rowsWith),
    corrections: await corrections(
      database,
      files,
      cutoff,
      (vanished.get('events') ?? []).length > 0 ? 'some' : 'none',
    ),
  };
}
