import { questionColumn, type CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import { eventKinds, recordFields, severities, statuses, type RecordKind } from '../../model/record.ts';
import type { Cutoff, Period, Register } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import { calendarYears, workingDays } from './calendar.ts';
import { quoteName, quoteText, type Database } from './database.ts';
import type { KeptDrop } from './keep.ts';
import { periodsBetween } from './periods.ts';
import { stateProblems } from './problems.ts';
import { askedQuestions, openRaw } from './raw.ts';
import { statementsOf } from './sql.ts';
import { corrections, laterRows, versionProblems, type LaterRow } from './versions.ts';

const kinds = Object.keys(recordFields) as RecordKind[];

async function fillTable(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: readonly string[][],
) {
  const filling = await database.fill(table, columns);
  filling.add(rows);
  filling.done();
}

async function runFile(database: Database, name: string, slots: Readonly<Record<string, string>> = {}) {
  for (const statement of statementsOf(name, slots)) await database.run(statement);
}

/** The steps that say where a finding stands; the others leave it where it was. */
function statusOf(event: string): string {
  return statuses.some(({ code }) => code === event) ? event : '';
}

async function loadRules(database: Database, { programme, lookups }: Settings): Promise<void> {
  await fillTable(
    database,
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
  await fillTable(database, 'deadline_rule_text', ['severity', 'working_days'], deadlines);
  await database.run(
    'CREATE TABLE deadline_rule AS SELECT severity, CAST(working_days AS INTEGER) AS working_days FROM deadline_rule_text',
  );
  const days = programme.calendar === 'china' ? workingDays() : [];
  await fillTable(
    database,
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
    await fillTable(
      database,
      table,
      ['id'],
      list.map(({ id }) => [id]),
    );
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const noCutoff: Cutoff = { on: '', time: '' };

/** The cut-off that the settings or the caller give, else the latest moment in the drops; none if neither is a day. */
async function findCutoff(database: Database, given: string): Promise<Cutoff> {
  if (given !== 'latest') {
    const on = given.slice(0, 10);
    return isDay(on) ? { on, time: given.slice(11) } : noCutoff;
  }
  const [latest] = await database.query(`
    SELECT MAX(moment) AS moment FROM (
      SELECT CAST(found_on AS VARCHAR) || COALESCE('T' || found_time, '') AS moment FROM raw_findings
      UNION ALL SELECT CAST("on" AS VARCHAR) || COALESCE('T' || "time", '') FROM raw_events
      UNION ALL SELECT CAST("on" AS VARCHAR) FROM raw_visits
      UNION ALL SELECT CAST(MAX(submitted_on) AS VARCHAR) FROM raw_responses
    ) AS all_moments`);
  const moment = String(latest?.['moment'] ?? '');
  return { on: moment.slice(0, 10), time: moment.slice(11) };
}

function dayExpression({ on }: Cutoff): string {
  return on === '' ? 'CAST(NULL AS DATE)' : `DATE ${quoteText(on)}`;
}

function missingCutoff(given: string): Problem {
  return {
    code: 'bad-setting',
    file: 'programme.yaml',
    said:
      given === 'latest'
        ? { zh: '没有一个文件里有日期，定不出数据截止日', en: 'no drop holds a date, so there is no cut-off' }
        : { zh: `数据截止日“${given}”不是日期`, en: `the cut-off “${given}” is not a date` },
    detail: { zh: '在 cutoff 写明日期，或先放入数据', en: 'name a date under cutoff, or add a drop first' },
  };
}

async function firstDay(database: Database, cutoff: Cutoff): Promise<string> {
  const [first] = await database.query(`
    SELECT CAST(MIN(day) AS VARCHAR) AS day FROM (
      SELECT MIN(found_on) AS day FROM raw_findings
      UNION ALL SELECT MIN("on") FROM raw_visits
      UNION ALL SELECT MIN(submitted_on) FROM raw_responses
    ) AS firsts WHERE day <= ${dayExpression(cutoff)}`);
  return String(first?.['day'] ?? cutoff.on);
}

async function loadClock(database: Database, cutoff: Cutoff, periods: readonly Period[]): Promise<void> {
  const time = cutoff.time === '' ? 'CAST(NULL AS VARCHAR)' : quoteText(cutoff.time);
  await database.run(
    `CREATE TABLE clock AS SELECT ${dayExpression(cutoff)} AS cutoff_on, ${time} AS cutoff_time`,
  );
  await fillTable(
    database,
    'period_text',
    ['period', 'starts_on', 'ends_on'],
    periods.map(({ period, starts_on, ends_on }) => [period, starts_on, ends_on]),
  );
  await database.run(
    'CREATE TABLE period AS SELECT period, CAST(starts_on AS DATE) AS starts_on, CAST(ends_on AS DATE) AS ends_on FROM period_text',
  );
  await database.run(
    `CREATE TABLE period_or_all AS SELECT * FROM period UNION ALL SELECT 'all', DATE '0001-01-01', DATE '9999-12-31'`,
  );
}

/** Views of the responses that count, and of their answers, one row each. */
async function openResponses(
  database: Database,
  settings: Settings,
  later: readonly LaterRow[],
): Promise<void> {
  const replaced = [
    'SELECT response_id, MAX(drop_rank * 1000000000 + source_row) AS latest FROM raw_responses',
    'GROUP BY response_id HAVING COUNT(*) > 1',
  ].join(' ');
  const current =
    later.length === 0
      ? 'SELECT raw_responses.* FROM raw_responses'
      : `SELECT raw_responses.* FROM raw_responses LEFT JOIN (${replaced}) AS again ON again.response_id = raw_responses.response_id WHERE again.latest IS NULL OR again.latest = drop_rank * 1000000000 + source_row`;
  await database.run(
    `CREATE VIEW response AS SELECT * FROM (${current}) AS held CROSS JOIN clock WHERE submitted_on IS NULL OR submitted_on <= cutoff_on`,
  );
  const asked = askedQuestions(settings);
  const part = (id: string, answer: string) =>
    `SELECT ${quoteText(id)} AS question_id, department, origin, ${answer} AS answer_id FROM response WHERE ${quoteName(questionColumn(id))} IS NOT NULL`;
  const none = `SELECT '' AS question_id, '' AS department, '' AS origin, '' AS answer_id WHERE FALSE`;
  const answered = asked.map(({ id }) => part(id, quoteName(questionColumn(id))));
  const answers = asked.map(({ id, kind }) => {
    const column = quoteName(questionColumn(id));
    return part(id, kind === 'multiple' ? `UNNEST(STRING_SPLIT(${column}, '|'))` : column);
  });
  await database.run(`CREATE VIEW answered AS ${answered.length > 0 ? answered.join(' UNION ALL ') : none}`);
  await database.run(`CREATE VIEW answer AS ${answers.length > 0 ? answers.join(' UNION ALL ') : none}`);
}

/** The ranks of the drops whose findings rows carry events. */
function carryingRanks(kept: readonly KeptDrop[]): string[][] {
  return kept.flatMap(({ drop }, position) =>
    drop.kinds.includes('findings') && drop.kinds.includes('events') ? [[String(position + 1)]] : [],
  );
}

/** What the register needs to be made. */
export interface RegisterInput {
  readonly database: Database;
  readonly kept: readonly KeptDrop[];
  readonly settings: Settings;
  /** `latest`, a date, or a date and time. */
  readonly cutoff: string;
}

/** Puts the kept drops together: the latest state of every record, what became of earlier ones, and what does not fit. */
export async function register({
  database,
  kept,
  settings,
  cutoff: given,
}: RegisterInput): Promise<Register> {
  const drops = kept.map(({ drop }) => drop);
  const files = drops.map(({ file }) => file);
  for (const kind of kinds) await openRaw(database, kind, kept, settings);
  await loadRules(database, settings);
  const later = new Map<RecordKind, LaterRow[]>();
  for (const kind of kinds) later.set(kind, await laterRows(database, kind, settings));
  const problems = kinds.flatMap((kind) => versionProblems(kind, later.get(kind) ?? [], files));
  const cutoff = await findCutoff(database, given);
  if (cutoff.on === '') problems.push(missingCutoff(given));
  const periods =
    cutoff.on === ''
      ? []
      : periodsBetween(await firstDay(database, cutoff), cutoff.on, settings.programme.period);
  await loadClock(database, cutoff, periods);
  const { languages } = settings.programme;
  await runFile(database, 'findings.sql');
  const notes = languages.map((language) => `note_${language}`).join(', ');
  await fillTable(database, 'carrying_drop_text', ['drop_rank'], carryingRanks(kept));
  await database.run(
    'CREATE TABLE carrying_drop AS SELECT CAST(drop_rank AS BIGINT) AS drop_rank FROM carrying_drop_text',
  );
  await runFile(database, 'events.sql', { notes, no_notes: languages.map(() => 'NULL').join(', ') });
  await runFile(database, 'state.sql', { notes });
  await database.run(
    'CREATE VIEW visit AS SELECT raw_visits.* FROM raw_visits QUALIFY ROW_NUMBER() OVER (PARTITION BY visit_id ORDER BY drop_rank DESC, source_row DESC) = 1 AND "on" <= (SELECT cutoff_on FROM clock)',
  );
  await database.run(
    'CREATE VIEW transactions AS SELECT raw_transactions.* FROM raw_transactions QUALIFY ROW_NUMBER() OVER (PARTITION BY department, "month" ORDER BY drop_rank DESC, source_row DESC) = 1',
  );
  await openResponses(database, settings, later.get('responses') ?? []);
  problems.push(...(await stateProblems(database, settings, drops, cutoff, calendarYears())));
  return {
    query: database.query,
    cutoff,
    periods,
    drops: withAftermath(kept, later, problems),
    corrections: await corrections(database, files),
    problems,
  };
}

/** The drops with what was found out about them once all were seen: rows that repeat an earlier one, and problems. */
function withAftermath(
  kept: readonly KeptDrop[],
  later: ReadonlyMap<RecordKind, readonly LaterRow[]>,
  problems: readonly Problem[],
): CheckedDrop[] {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return kept.map(({ drop }, position) => {
    const own = drop.kinds[0];
    const rows = (own === undefined ? undefined : later.get(own)) ?? [];
    const repeated = rows.filter(({ dropRank, same }) => dropRank === position + 1 && same).length;
    const { account } = drop;
    return {
      ...drop,
      problems: [...drop.problems, ...(byFile.get(drop.file) ?? [])],
      account: {
        ...account,
        used: account.used - repeated,
        setAside: repeated === 0 ? account.setAside : { ...account.setAside, 'repeated-row': repeated },
      },
    };
  });
}
