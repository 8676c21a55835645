import type { ChangeReason } from '../../model/published.ts';
import type { Correction } from '../../model/register.ts';
import type { Earlier, ReleasedRow } from '../../model/release.ts';
import { statedFacts, statedTexts } from '../../model/stated-facts.ts';
import type { OutgoingRow } from './cells.ts';
import { deadlineMovedBy, deadlineMovers, type DeadlineMovers } from './deadline-moved-by.ts';

/** What a release tells of a finding: what was said of it, and what became of it. */
const facts: readonly string[] = [...statedFacts, 'status', 'same_as'];

const cell = (row: ReleasedRow, column: string) => row[column] ?? '';

function reasonOf(
  column: string,
  before: string,
  after: string,
  corrected: Correction | undefined,
): ChangeReason {
  if (corrected !== undefined) return 'correction';
  if (column === 'same_as') return 'withdrawn';
  if (column !== 'status') return before === '' ? 'progress' : 'correction';
  if (after === 'withdrawn' || after === 'duplicate') return 'withdrawn';
  return after === 'reopened' ? 'reopened' : 'progress';
}

/** The columns of a finding that both releases have: what only one of them has is no change of the finding. */
function comparable(before: ReleasedRow, after: ReleasedRow): string[] {
  return Object.keys(before).filter(
    (name) =>
      name in after && (facts.includes(name) || statedTexts.some((text) => name.startsWith(`${text}_`))),
  );
}

const step = (finding: string, event: string, on: string) => `${finding} ${event} ${on}`;

/** What is different in a finding now. */
function changesOf(
  row: ReleasedRow,
  old: ReleasedRow | undefined,
  corrected: ReadonlyMap<string, Correction>,
  movers: DeadlineMovers,
): OutgoingRow[] {
  const id = cell(row, 'finding_id');
  const change = { table: 'findings', row: id };
  if (old === undefined)
    return [{ ...change, column: '', before: '', after: cell(row, 'status'), reason: 'new', source: '' }];
  return comparable(old, row)
    .filter((column) => (old[column] ?? '') !== cell(row, column))
    .map((column): OutgoingRow => {
      const correction =
        corrected.get(`${id} ${column}`) ??
        corrected.get(`${id} ${column.replace(/_id$/, '')}`) ??
        (column === 'due_on' ? deadlineMovedBy(movers, old, row) : undefined);
      return {
        ...change,
        column,
        before: old[column] ?? '',
        after: cell(row, column),
        reason: reasonOf(column, old[column] ?? '', cell(row, column), correction),
        source: correction?.corrected_by ?? '',
      };
    });
}

/** A dated step that the last release had and that is there no more. */
interface GoneStep {
  readonly finding: string;
  readonly event: string;
  readonly on: string;
}

/** The steps that are gone from findings that are still there, each day of an event once. */
function goneSteps(
  earlier: Earlier,
  ids: ReadonlySet<string>,
  steps: ReadonlySet<string>,
): ReadonlyMap<string, GoneStep> {
  const known = earlier.finding_events.map((row): [string, GoneStep] => {
    const gone = { finding: cell(row, 'finding_id'), event: cell(row, 'event'), on: cell(row, 'on') };
    return [step(gone.finding, gone.event, gone.on), gone];
  });
  return new Map(
    known.filter(([key, { finding, event }]) => event !== 'found' && ids.has(finding) && !steps.has(key)),
  );
}

/** The day that a later drop gave a step, by the step: `F-1 claimed 2025-05-02`. */
function correctedDays(corrections: readonly Correction[]): ReadonlyMap<string, Correction> {
  return new Map(
    corrections
      .filter(({ event, column }) => event !== '' && column === 'on')
      // A time of day, and which of several, may stand behind the day.
      .map((one) => [`${one.finding_id} ${one.event.split(' ', 2).join(' ')}`, one]),
  );
}

/** A step that is gone: a later drop gave it another day or none, or else it was removed. */
function stepRow(key: string, { event, on }: GoneStep, correction: Correction | undefined): OutgoingRow {
  const row = { table: 'finding_events', row: key };
  if (correction === undefined)
    return { ...row, column: '', before: event, after: '', reason: 'removed', source: '' };
  const { after, corrected_by: source } = correction;
  return { ...row, column: 'on', before: on, after, reason: 'correction', source };
}

const removedFindings = (earlier: Earlier, ids: ReadonlySet<string>): OutgoingRow[] =>
  earlier.findings
    .filter((row) => !ids.has(cell(row, 'finding_id')))
    .map((row) => ({
      table: 'findings',
      row: cell(row, 'finding_id'),
      column: '',
      before: cell(row, 'status'),
      after: '',
      reason: 'removed',
      source: '',
    }));

/** Of a step what and of which finding, without its day. */
const withoutDay = (key: string) => key.slice(0, key.lastIndexOf(' '));

/** A status whose own steps are all gone was not gone on from: it had been said by mistake. */
function withStepsGone(
  changes: readonly OutgoingRow[],
  gone: ReadonlyMap<string, GoneStep>,
  steps: ReadonlySet<string>,
  days: ReadonlyMap<string, Correction>,
): readonly OutgoingRow[] {
  if (gone.size === 0) return changes;
  const there = new Set([...steps].map(withoutDay));
  const takenBack = new Map([...gone.keys()].map((key) => [withoutDay(key), key]));
  return changes.map((change) => {
    const own = `${change['row']} ${change['before']}`;
    const key = takenBack.get(own);
    if (change['column'] !== 'status' || change['reason'] !== 'progress') return change;
    if (key === undefined || there.has(own)) return change;
    return { ...change, reason: 'correction', source: days.get(key)?.corrected_by ?? '' };
  });
}

/** Sees the findings and events of now as they pass by, and says what is different from the last release. */
export interface ChangeWatch {
  readonly see: Readonly<Record<'findings' | 'finding_events', (row: ReleasedRow) => void>>;
  /**
   * The rows of `release_changes.csv`, when all have passed: those that earlier releases have told, and what is different now
   * from the last one. Nothing can be taken out of what was published without a row here.
   */
  readonly rows: () => OutgoingRow[];
}

/** Watches for changes since the last release; null where there is none yet. */
export function watchChanges(earlier: Earlier, corrections: readonly Correction[]): ChangeWatch | null {
  const last = earlier.releases.at(-1)?.record.release;
  if (last === undefined) return null;
  const before = new Map(earlier.findings.map((row) => [row['finding_id'] ?? '', row]));
  // The field of a correction is named as in the drops, without `_id`.
  const corrected = new Map(
    corrections.filter(({ event }) => event === '').map((one) => [`${one.finding_id} ${one.column}`, one]),
  );
  const days = correctedDays(corrections);
  const movers = deadlineMovers(corrections);
  const ids = new Set<string>();
  const steps = new Set<string>();
  const now: OutgoingRow[] = [];
  return {
    see: {
      findings: (row) => {
        const id = cell(row, 'finding_id');
        ids.add(id);
        now.push(...changesOf(row, before.get(id), corrected, movers));
      },
      finding_events: (row) => {
        steps.add(step(cell(row, 'finding_id'), cell(row, 'event'), cell(row, 'on')));
      },
    },
    rows: () => {
      const gone = goneSteps(earlier, ids, steps);
      const differences = [
        ...withStepsGone(now, gone, steps, days),
        ...removedFindings(earlier, ids),
        ...[...gone].map(([key, one]) => stepRow(key, one, days.get(key))),
      ];
      return [
        ...earlier.release_changes.map((row): OutgoingRow => ({ ...row, release: Number(row['release']) })),
        ...differences.map((row) => ({ release: last + 1, ...row })),
      ];
    },
  };
}

/**
 * What is different from the last release where the findings and events of an earlier one are put back. Whatever it is, nothing
 * became of a finding and nothing was put right: the one reason is the way back.
 */
export function putBackRows(
  earlier: Earlier,
  findings: readonly ReleasedRow[],
  events: readonly ReleasedRow[],
): OutgoingRow[] {
  const watch = watchChanges(earlier, []);
  if (watch === null) return [];
  findings.forEach(watch.see.findings);
  events.forEach(watch.see.finding_events);
  const told = earlier.release_changes.length;
  return watch.rows().map((row, place) => (place < told ? row : { ...row, reason: 'put_back' }));
}
