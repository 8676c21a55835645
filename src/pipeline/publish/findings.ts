import { calledThroughout } from '../../model/called-throughout.ts';
import { published } from '../../model/published.ts';
import type { Query } from '../../model/query.ts';
import { eventKinds, statuses, type Code } from '../../model/record.ts';
import { quoteName, quoteText } from '../../model/sql-text.ts';
import type { Register } from '../../model/register.ts';
import type { LookupEntry, Settings } from '../../model/settings.ts';
import { wordsAmong } from '../../model/words.ts';
import { lineSql } from './line-sql.ts';

/** Columns that are called in the store as they are in the table. */
const sameName = [
  'finding_id',
  'kind',
  'status',
  'found_on',
  'registered_on',
  'period',
  'remedy_kind',
  'channel',
  'severity',
  'sent_on',
  'claimed_on',
  'claimed_time',
  'last_claimed_on',
  'last_claimed_time',
  'confirmed_on',
  'last_event_on',
  'times_reopened',
  'replies',
  'dates_out_of_order',
  'recurrence_of',
  'same_as',
] as const;

/** What the columns of a table hold, as SQL. */
type Values = Readonly<Record<string, string>>;

/** Findings that follow each other in the order of their ids, from the first to the last, as SQL. */
interface Range {
  readonly first: string;
  readonly last: string;
}

/** The working days of what happened to a finding, by their place in the calendar. */
const joinedDays = `
    LEFT JOIN calendar AS sent ON sent.day = f.sent_on
    LEFT JOIN calendar AS done ON done.day = COALESCE(f.claimed_on, f.confirmed_on)
    LEFT JOIN calendar AS due ON due.day = f.deadline_on
    LEFT JOIN calendar AS today ON today.day = f.cutoff_on`;

const usedWorkingDays = `
    CASE
      WHEN f.claimed_on IS NOT NULL OR f.confirmed_on IS NOT NULL THEN done.ordinal - sent.ordinal
      WHEN f.open THEN today.ordinal - sent.ordinal
    END`;

const overdueWorkingDays = `
    CASE
      WHEN NOT f.overdue THEN NULL
      WHEN due.day IS NULL THEN f.cutoff_on - f.deadline_on
      ELSE today.ordinal - due.ordinal
    END`;

/** `f.due_on` is the deadline that the source gives, where it gives one. */
const allowedWorkingDays = `CASE WHEN f.due_on IS NULL THEN f.limit_working_days ELSE due.ordinal - sent.ordinal END`;

/** Whose last words stand beside a finding, and in which of its steps. */
const noted = [
  ['reply', "'replied'"],
  ['remedy', "'claimed'"],
  ['now', "'confirmed'"],
  ['ending', "'refused', 'transferred', 'duplicate', 'withdrawn'"],
] as const;

/** The last note of each of them for each finding of a range: the steps, which are many, are gone through once for all four. */
function lastNotesSql(languages: readonly string[], { first, last }: Range): string {
  const notes = languages.map((language) => quoteName(`note_${language}`)).join(', ');
  const told = `CASE ${noted.map(([name, events]) => `WHEN event IN (${events}) THEN '${name}'`).join(' ')} END`;
  return `
    telling AS (
      SELECT finding_id, step, ${told} AS told, ${notes}
      FROM past_event WHERE finding_id BETWEEN ${first} AND ${last} AND event IN (${noted.map(([, events]) => events).join(', ')})
    ),
    last_telling AS (SELECT finding_id, told, MAX(step) AS step FROM telling GROUP BY finding_id, told),
    last_note AS (
      SELECT telling.* FROM telling
      INNER JOIN last_telling ON last_telling.finding_id = telling.finding_id AND last_telling.step = telling.step
    )`;
}

const joinedNotes = noted
  .map(
    ([name]) =>
      `LEFT JOIN last_note AS ${name} ON ${name}.finding_id = f.finding_id AND ${name}.told = '${name}'`,
  )
  .join(' ');

/** A column in each language. */
function inLanguages(
  name: string,
  languages: readonly string[],
  value: (language: string) => string,
): Values {
  return Object.fromEntries(languages.map((language) => [`${name}_${language}`, value(language)]));
}

/** What our own codes are called. */
function called(name: string, codes: readonly Code[], code: string, languages: readonly string[]): Values {
  return inLanguages(name, languages, (language) => {
    const cases = codes.map(
      (one) => `WHEN ${quoteText(one.code)} THEN ${quoteText(wordsAmong(one, language, languages))}`,
    );
    return `CASE ${code} ${cases.join(' ')} END`;
  });
}

/** What the office calls things: by what they are found, and their names by language. */
type Names = readonly (readonly [id: string, names: Readonly<Record<string, string | undefined>>])[];

/** Joins what the office calls things. A list may have no entry, and a thing no name. */
function joinNames(alias: string, names: Names, id: string, languages: readonly string[]): string {
  const rows = [...new Map<string, Names[number][1]>([['', {}], ...names])].map(
    ([own, words]) =>
      `(${[own, ...languages.map((language) => words[language] ?? '')].map(quoteText).join(', ')})`,
  );
  const columns = ['id', ...languages].map(quoteName).join(', ');
  return `LEFT JOIN (VALUES ${rows.join(', ')}) AS ${alias}(${columns}) ON ${alias}.id = ${id}`;
}

function namesOf(entries: readonly LookupEntry[], languages: readonly string[]): Names {
  return entries.map(({ id, cells }) => [
    id,
    Object.fromEntries(languages.map((language) => [language, cells[`name_${language}`] ?? ''])),
  ]);
}

/** Places and categories, each with the list that names it. */
const named = [
  ['department', 'departments'],
  ['hall', 'halls'],
  ['service', 'services'],
  ['category', 'categories'],
] as const;

const isProblem = `f.kind = 'problem'`;

/** Endings have a reason and a note; a finding that came to none has neither. */
const hasEnded = `f.status IN ('refused', 'transferred', 'duplicate', 'withdrawn')`;

const only = (condition: string, value: string) => `CASE WHEN ${condition} THEN ${value} END`;

function findingValues(languages: readonly string[]): Values {
  const note = (name: string) => (language: string) => `${name}.${quoteName(`note_${language}`)}`;
  const own = (name: string) =>
    inLanguages(name, languages, (language) => `texts.${quoteName(`${name}_${language}`)}`);
  const names = (alias: string) => (language: string) => `${alias}.${quoteName(language)}`;
  return {
    ...Object.fromEntries(sameName.map((name) => [name, `f.${name}`])),
    ...called('status', statuses, 'f.status', languages),
    ...own('title'),
    ...own('description'),
    ...inLanguages('now', languages, (language) => only(`f.status = 'confirmed'`, note('now')(language))),
    ...inLanguages('reply', languages, note('reply')),
    ...inLanguages('remedy', languages, note('remedy')),
    ...inLanguages('ending', languages, (language) => only(hasEnded, note('ending')(language))),
    ending_reason: only(hasEnded, 'f.ending_reason'),
    ...inLanguages('ending_reason', languages, names('ending_reasons')),
    ...Object.fromEntries(named.map(([name]) => [`${name}_id`, `f.${name}`])),
    ...Object.assign({}, ...named.map(([name, list]) => inLanguages(name, languages, names(list)))),
    overdue: only(isProblem, 'f.overdue IS TRUE'),
    cohort_id: 'f.cohort',
    late: only(isProblem, 'f.late'),
    due_on: only(isProblem, 'f.deadline_on'),
    due_time: only(isProblem, 'f.deadline_time'),
    limit_working_days: only(isProblem, allowedWorkingDays),
    used_working_days: only(isProblem, usedWorkingDays),
    overdue_working_days: only(isProblem, overdueWorkingDays),
    days_open: only(`${isProblem} AND f.open`, 'f.days_since_found'),
  };
}

/** The values as columns of a query, and what they are then called: a line asks for each of its values more than once. */
const valueColumns = (values: Values) =>
  Object.entries(values)
    .map(([name, sql]) => `${sql} AS ${quoteName(name)}`)
    .join(', ');

const valueNames = (values: Values): Values =>
  Object.fromEntries(Object.keys(values).map((name) => [name, quoteName(name)]));

/** Asks the register. */
type Asking = Pick<Register, 'query' | 'stream'>;

/** Lines are put in order for so many findings at a time: all those of a large register are more than the store can hold. */
const findingsAtOnce = 122_880;

async function rangesOf(query: Query): Promise<Range[]> {
  const rows = await query(`
    SELECT MIN(finding_id) AS first, MAX(finding_id) AS last
    FROM (SELECT finding_id, ROW_NUMBER() OVER (ORDER BY finding_id) - 1 AS place FROM finding) AS placed
    GROUP BY place // ${findingsAtOnce} ORDER BY 1`);
  return rows.map(({ first, last }) => ({ first: quoteText(String(first)), last: quoteText(String(last)) }));
}

/** The lines of a table, some at a time, as they come from the store. */
async function* linesOf(
  { query, stream }: Asking,
  sqlOf: (range: Range) => string,
): AsyncGenerator<string[]> {
  for (const range of await rangesOf(query))
    for await (const rows of stream(sqlOf(range))) yield rows.map(({ line }) => String(line));
}

/** The lines of `findings.csv`, some at a time: every finding as it stands at the cut-off. */
export function findingLines(register: Asking, { programme, lookups }: Settings): AsyncGenerator<string[]> {
  const { languages } = programme;
  const endings: Names = Object.entries(programme.endings ?? {});
  const values = findingValues(languages);
  const names = [
    ...named.map(([name, list]) =>
      joinNames(list, namesOf(lookups[list], languages), `f.${name}`, languages),
    ),
    joinNames('ending_reasons', endings, only(hasEnded, 'f.ending_reason'), languages),
  ].join(' ');
  return linesOf(
    register,
    (range) => `
    WITH ${lastNotesSql(languages, range)}, value AS (
      SELECT ${valueColumns(values)}
      FROM finding_fact AS f
      INNER JOIN current_finding AS texts
        ON texts.finding_id = f.finding_id AND texts.finding_id BETWEEN ${range.first} AND ${range.last}
      ${joinedDays}
      ${joinedNotes}
      ${names}
      WHERE f.finding_id BETWEEN ${range.first} AND ${range.last}
    )
    SELECT ${lineSql(published.findings, languages, valueNames(values))} AS line
    FROM value ORDER BY finding_id`,
  );
}

/** The lines of `finding_events.csv`, some at a time. */
export function eventLines(
  register: Asking,
  { programme: { languages, officers = {} } }: Settings,
): AsyncGenerator<string[]> {
  const own = ['finding_id', 'step', 'event', 'on', 'time', 'by', 'reason', 'remedy'];
  const values: Values = {
    ...Object.fromEntries(own.map((name) => [name, `e.${quoteName(name)}`])),
    ...called('event', calledThroughout(eventKinds, officers), 'e.event', languages),
    ...inLanguages('note', languages, (language) => `e.${quoteName(`note_${language}`)}`),
  };
  return linesOf(
    register,
    ({ first, last }) => `
    WITH value AS (
      SELECT ${valueColumns(values)}
      FROM past_event AS e
      INNER JOIN finding ON finding.finding_id = e.finding_id
      WHERE e.finding_id BETWEEN ${first} AND ${last}
    )
    SELECT ${lineSql(published.finding_events, languages, valueNames(values))} AS line
    FROM value ORDER BY finding_id, step`,
  );
}
