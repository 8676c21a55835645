import type { ValueRow } from '../../model/query.ts';
import type { Correction, Cutoff } from '../../model/register.ts';
import type { Database } from './database.ts';

const text = (row: ValueRow | undefined, column: string) => String(row?.[column] ?? '');

/** What later drops changed in the findings up to the cut-off, field by field. */
async function findingCorrections(database: Database, files: readonly string[]): Promise<Correction[]> {
  const rows = await database.query(
    `SELECT raw_findings.*, version.version_back FROM finding_version AS version
    INNER JOIN raw_findings ON raw_findings.drop_rank = version.drop_rank AND raw_findings.source_row = version.source_row
    WHERE version.finding_id IN (SELECT finding_id FROM finding) ORDER BY version.finding_id, version_back DESC`,
  );
  const service = new Set(['drop_rank', 'source_row', 'version_back', 'carried_by']);
  return rows.flatMap((row, position): Correction[] => {
    const before = rows[position - 1];
    if (before === undefined || before['finding_id'] !== row['finding_id']) return [];
    return Object.keys(row)
      .filter((column) => !service.has(column) && row[column] !== before[column])
      .map((column) => ({
        finding_id: text(row, 'finding_id'),
        event: '',
        column,
        before: text(before, column),
        after: text(row, column),
        corrected_by: files[Number(row['drop_rank']) - 1] ?? '',
      }));
  });
}

/** Which event of a finding: what, when, and which of several at one moment. */
function eventName(row: ValueRow): string {
  const nth = Number(row['nth']);
  return [
    text(row, 'event'),
    text(row, 'on'),
    ...(text(row, 'time') === '' ? [] : [text(row, 'time')]),
    ...(nth > 1 ? [`(${nth})`] : []),
  ].join(' ');
}

const identity = new Set([
  'drop_rank',
  'source_row',
  'carried_by',
  'nth',
  'finding_id',
  'event',
  'on',
  'time',
  'later_rank',
]);

function eventCorrection(before: ValueRow, column: string, now: string, by: string): Correction {
  return {
    finding_id: text(before, 'finding_id'),
    event: eventName(before),
    column,
    before: text(before, column),
    after: now,
    corrected_by: by,
  };
}

/**
 * What later drops changed in events of the same moment: their fields, or that one is no longer among them. Each row is an
 * event that a later drop gives anew, with that drop's rank.
 */
async function eventCorrections(
  database: Database,
  files: readonly string[],
  cutoff: Cutoff,
): Promise<Correction[]> {
  const rows = await database.query(`
    WITH shared AS (
      SELECT raw_events.*, own.record_key
      FROM shared_events AS own
      INNER JOIN raw_events ON raw_events.drop_rank = own.drop_rank AND raw_events.source_row = own.source_row
      WHERE carried_by IS NULL AND finding_id IN (SELECT finding_id FROM finding) AND "on" <= DATE '${cutoff.on}'
    ), ranked AS (
      SELECT record_key, drop_rank, LEAD(drop_rank) OVER (PARTITION BY record_key ORDER BY drop_rank) AS later_rank
      FROM (SELECT DISTINCT record_key, drop_rank FROM shared) AS ranks
    )
    SELECT shared.*, CAST(shared."on" AS VARCHAR) AS "on", ranked.later_rank
    FROM shared
    INNER JOIN ranked ON ranked.record_key = shared.record_key AND ranked.drop_rank = shared.drop_rank
    WHERE shared.record_key IN (SELECT record_key FROM ranked GROUP BY record_key HAVING COUNT(*) > 1)
    ORDER BY shared.record_key, shared.nth, shared.drop_rank, shared.source_row`);
  const place = (row: ValueRow, rank: unknown) =>
    [text(row, 'record_key'), text(row, 'nth'), String(rank)].join('\u0000');
  const at = new Map(rows.map((row) => [place(row, row['drop_rank']), row]));
  const first = new Map([...rows].reverse().map((row) => [place(row, row['drop_rank']), row]));
  return [...first.values()].reverse().flatMap((row): Correction[] => {
    if (row['later_rank'] === null) return [];
    const by = files[Number(row['later_rank']) - 1] ?? '';
    const now = at.get(place(row, row['later_rank']));
    if (now === undefined) return [eventCorrection(row, 'event', '', by)];
    return Object.keys(row)
      .filter((column) => !identity.has(column) && column !== 'record_key' && row[column] !== now[column])
      .map((column) => eventCorrection(row, column, text(now, column), by));
  });
}

/** The events that the latest full export of their register lacks. */
async function vanishedEvents(
  database: Database,
  files: readonly string[],
  cutoff: Cutoff,
): Promise<Correction[]> {
  const rows = await database.query(
    `SELECT vanished_events.*, CAST("on" AS VARCHAR) AS "on", 1 AS nth FROM vanished_events WHERE finding_id IN (SELECT finding_id FROM finding) AND "on" <= DATE '${cutoff.on}' ORDER BY finding_id, vanished_events."on", event, drop_rank, source_row`,
  );
  const distinct = new Map(rows.map((row) => [`${text(row, 'finding_id')} ${eventName(row)}`, row]));
  return [...distinct.values()].map((row) =>
    eventCorrection(row, 'event', '', files[Number(row['lacked_by']) - 1] ?? ''),
  );
}

/**
 * What a later findings row changed in the events that rows of its kind carry: another day, or none. One row is an event of
 * a row that a later one took the place of, with the same event of that one.
 */
async function carriedCorrections(
  database: Database,
  files: readonly string[],
  cutoff: Cutoff,
): Promise<Correction[]> {
  const rows = await database.query(`
    WITH carrier AS (
      SELECT raw_findings.finding_id, raw_findings.drop_rank,
        LEAD(raw_findings.drop_rank) OVER (PARTITION BY raw_findings.finding_id ORDER BY raw_findings.drop_rank) AS later_rank
      FROM (SELECT DISTINCT finding_id, drop_rank FROM raw_findings) AS raw_findings
      INNER JOIN carrying_drop ON carrying_drop.drop_rank = raw_findings.drop_rank
    )
    SELECT earlier.finding_id, earlier.event, CAST(earlier."on" AS VARCHAR) AS "on", earlier."time", 1 AS nth, carrier.later_rank,
      CAST(later."on" AS VARCHAR) AS now_on
    FROM carrier
    INNER JOIN raw_events AS earlier
      ON earlier.finding_id = carrier.finding_id AND earlier.drop_rank = carrier.drop_rank AND earlier.carried_by IS NOT NULL
    LEFT JOIN raw_events AS later
      ON later.finding_id = carrier.finding_id AND later.drop_rank = carrier.later_rank AND later.carried_by IS NOT NULL
      AND later.event = earlier.event
    WHERE carrier.later_rank IS NOT NULL AND (later."on" IS NULL OR later."on" <> earlier."on")
      AND earlier.finding_id IN (SELECT finding_id FROM finding) AND earlier."on" <= DATE '${cutoff.on}'
    ORDER BY 1, carrier.later_rank, earlier.event, earlier."on"`);
  return rows.map((row) =>
    eventCorrection(row, 'on', text(row, 'now_on'), files[Number(row['later_rank']) - 1] ?? ''),
  );
}

/** What later drops corrected in findings and in their events, up to the cut-off. */
export async function corrections(
  database: Database,
  files: readonly string[],
  cutoff: Cutoff,
  hasVanishedEvents: 'some' | 'none',
): Promise<Correction[]> {
  const all = await findingCorrections(database, files);
  if (cutoff.on === '') return all;
  const ofEvents = [
    ...(await eventCorrections(database, files, cutoff)),
    ...(hasVanishedEvents === 'some' ? await vanishedEvents(database, files, cutoff) : []),
    ...(await carriedCorrections(database, files, cutoff)),
  ];
  return [...all, ...ofEvents].sort((a, b) =>
    a.finding_id < b.finding_id ? -1 : a.finding_id > b.finding_id ? 1 : 0,
  );
}
