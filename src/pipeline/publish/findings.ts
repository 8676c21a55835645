import { eventKinds, statuses, type Code } from '../../model/record.ts';
import type { Stream, ValueRow } from '../../model/query.ts';
import type { LookupEntry, Settings } from '../../model/settings.ts';
import { wordsIn } from '../../model/words.ts';
import type { OutgoingRow } from './cells.ts';
import { cellsInLanguages } from './lists.ts';

/** Dates leave the store as text. */
const dates = [
  'found_on',
  'registered_on',
  'sent_on',
  'deadline_on',
  'claimed_on',
  'last_claimed_on',
  'confirmed_on',
  'last_event_on',
] as const;

/** What else is asked of a finding: each cell that leaves the store costs, so none does that no row needs. */
const facts = [
  'finding_id',
  'kind',
  'status',
  'open',
  'overdue',
  'late',
  'period',
  'ending_reason',
  'remedy_kind',
  'department',
  'hall',
  'service',
  'category',
  'channel',
  'severity',
  'cohort',
  'deadline_time',
  'claimed_time',
  'last_claimed_time',
  'days_since_found',
  'times_reopened',
  'replies',
  'dates_out_of_order',
  'recurrence_of',
  'same_as',
] as const;

const workingDaysSql = `
  SELECT
    f.finding_id,
    CASE
      WHEN f.claimed_on IS NOT NULL OR f.confirmed_on IS NOT NULL THEN done.ordinal - sent.ordinal
      WHEN f.open THEN today.ordinal - sent.ordinal
    END AS used_working_days,
    CASE
      WHEN NOT f.overdue THEN NULL
      WHEN due.day IS NULL THEN f.cutoff_on - f.deadline_on
      ELSE today.ordinal - due.ordinal
    END AS overdue_working_days,
    -- f.due_on is the deadline that the source gives, where it gives one.
    CASE WHEN f.due_on IS NULL THEN f.limit_working_days ELSE due.ordinal - sent.ordinal END AS allowed_working_days
  FROM finding_fact AS f
  LEFT JOIN calendar AS sent ON sent.day = f.sent_on
  LEFT JOIN calendar AS done ON done.day = COALESCE(f.claimed_on, f.confirmed_on)
  LEFT JOIN calendar AS due ON due.day = f.deadline_on
  LEFT JOIN calendar AS today ON today.day = f.cutoff_on`;

/** The latest note of a kind of event, for each finding that has one. */
function latestNoteSql(event: string, languages: readonly string[]): string {
  const notes = languages.map((language) => `"note_${language}"`).join(', ');
  return `
    SELECT finding_id, ${notes}
    FROM (
      SELECT past_event.*, ROW_NUMBER() OVER (PARTITION BY finding_id ORDER BY step DESC) AS steps_back
      FROM past_event WHERE event IN (${event})
    ) AS ranked
    WHERE steps_back = 1`;
}

function joinedNotes(languages: readonly string[]): { select: string; join: string } {
  const parts = [
    ['reply', "'replied'"],
    ['remedy', "'claimed'"],
    ['now', "'confirmed'"],
    ['ending', "'refused', 'transferred', 'duplicate', 'withdrawn'"],
  ] as const;
  return {
    select: parts
      .flatMap(([name]) => languages.map((language) => `${name}."note_${language}" AS "${name}_${language}"`))
      .join(', '),
    join: parts
      .map(
        ([name, event]) =>
          `LEFT JOIN (${latestNoteSql(event, languages)}) AS ${name} ON ${name}.finding_id = f.finding_id`,
      )
      .join(' '),
  };
}

const text = (row: ValueRow, column: string) => {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
};

/** Makes something of each text once: few texts come, and again and again. */
function once<One>(make: (text: string) => One): (text: string) => One {
  const made = new Map<string, One>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const one = make(text);
    made.set(text, one);
    return one;
  };
}

function labeller(name: string, codes: readonly Code[], languages: readonly string[]) {
  return once((code): OutgoingRow => {
    const words = codes.find((one) => one.code === code);
    return Object.fromEntries(
      languages.map((language) => [
        `${name}_${language}`,
        words === undefined ? '' : wordsIn(words, language),
      ]),
    );
  });
}

function namer(entries: readonly LookupEntry[], name: string, languages: readonly string[]) {
  const byId = new Map(entries.map((entry) => [entry.id, entry.cells]));
  return once((id): OutgoingRow => ({
    [`${name}_id`]: id,
    ...cellsInLanguages(name, byId.get(id) ?? {}, languages, 'name'),
  }));
}

/** Endings have a reason and a note; a finding that came to none has neither. */
const endings = new Set(['refused', 'transferred', 'duplicate', 'withdrawn']);

/** The rows of `findings.csv`, some at a time: every finding as it stands at the cut-off. */
export async function* findingRows(
  stream: Stream,
  { programme, lookups }: Settings,
): AsyncGenerator<OutgoingRow[]> {
  const { languages } = programme;
  const notes = joinedNotes(languages);
  const texts = languages.flatMap((language) => [`"title_${language}"`, `"description_${language}"`]);
  const sql = `
    SELECT ${[...facts, ...texts].map((column) => `f.${column}`).join(', ')}, days.used_working_days, days.overdue_working_days, days.allowed_working_days,
      ${dates.map((column) => `CAST(f.${column} AS VARCHAR) AS ${column}_text`).join(', ')}, ${notes.select}
    FROM finding_fact AS f
    INNER JOIN (${workingDaysSql}) AS days ON days.finding_id = f.finding_id
    ${notes.join}
    ORDER BY f.finding_id`;
  const status = labeller('status', statuses, languages);
  const department = namer(lookups.departments, 'department', languages);
  const hall = namer(lookups.halls, 'hall', languages);
  const service = namer(lookups.services, 'service', languages);
  const category = namer(lookups.categories, 'category', languages);
  const outgoing = (row: ValueRow): OutgoingRow => {
    const problem = row['kind'] === 'problem';
    const ended = endings.has(text(row, 'status'));
    const reason = ended ? text(row, 'ending_reason') : '';
    const own = (name: string, shown = true) =>
      Object.fromEntries(
        languages.map((language) => [`${name}_${language}`, shown ? text(row, `${name}_${language}`) : '']),
      );
    return {
      finding_id: text(row, 'finding_id'),
      kind: text(row, 'kind'),
      status: text(row, 'status'),
      ...status(text(row, 'status')),
      overdue: problem ? row['overdue'] === true : null,
      late: row['late'] ?? null,
      found_on: text(row, 'found_on_text'),
      registered_on: text(row, 'registered_on_text'),
      period: text(row, 'period'),
      ...own('title'),
      ...own('description'),
      ...own('now', row['status'] === 'confirmed'),
      ...own('reply'),
      ...own('remedy'),
      ...own('ending', ended),
      ending_reason: reason,
      ...Object.fromEntries(
        languages.map((language) => [
          `ending_reason_${language}`,
          programme.endings?.[reason]?.[language] ?? '',
        ]),
      ),
      remedy_kind: text(row, 'remedy_kind'),
      ...department(text(row, 'department')),
      ...hall(text(row, 'hall')),
      ...service(text(row, 'service')),
      ...category(text(row, 'category')),
      channel: text(row, 'channel'),
      severity: text(row, 'severity'),
      cohort_id: text(row, 'cohort'),
      sent_on: text(row, 'sent_on_text'),
      due_on: text(row, 'deadline_on_text'),
      due_time: text(row, 'deadline_time'),
      claimed_on: text(row, 'claimed_on_text'),
      claimed_time: text(row, 'claimed_time'),
      last_claimed_on: text(row, 'last_claimed_on_text'),
      last_claimed_time: text(row, 'last_claimed_time'),
      confirmed_on: text(row, 'confirmed_on_text'),
      last_event_on: text(row, 'last_event_on_text'),
      limit_working_days: row['allowed_working_days'] ?? null,
      used_working_days: problem ? (row['used_working_days'] ?? null) : null,
      overdue_working_days: problem ? (row['overdue_working_days'] ?? null) : null,
      days_open: problem && row['open'] === true ? (row['days_since_found'] ?? null) : null,
      times_reopened: row['times_reopened'] ?? null,
      replies: row['replies'] ?? null,
      dates_out_of_order: row['dates_out_of_order'] ?? null,
      recurrence_of: text(row, 'recurrence_of'),
      same_as: text(row, 'same_as'),
    };
  };
  for await (const rows of stream(sql)) yield rows.map(outgoing);
}

/** The rows of `finding_events.csv`, some at a time. */
export async function* eventRows(stream: Stream, { programme }: Settings): AsyncGenerator<OutgoingRow[]> {
  const { languages } = programme;
  const notes = languages.map((language) => `"note_${language}"`).join(', ');
  const sql = `
    SELECT past_event.finding_id, step, event, CAST("on" AS VARCHAR) AS on_text, "time", "by", ${notes}, reason, remedy
    FROM past_event
    INNER JOIN finding ON finding.finding_id = past_event.finding_id
    ORDER BY past_event.finding_id, past_event.step`;
  const kind = labeller('event', eventKinds, languages);
  const outgoing = (row: ValueRow): OutgoingRow => ({
    finding_id: text(row, 'finding_id'),
    step: row['step'] ?? null,
    event: text(row, 'event'),
    ...kind(text(row, 'event')),
    on: text(row, 'on_text'),
    time: text(row, 'time'),
    by: text(row, 'by'),
    ...Object.fromEntries(languages.map((language) => [`note_${language}`, text(row, `note_${language}`)])),
    reason: text(row, 'reason'),
    remedy: text(row, 'remedy'),
  });
  for await (const rows of stream(sql)) yield rows.map(outgoing);
}
