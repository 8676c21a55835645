import type { ChangeReason } from '../../model/published.ts';
import type { Correction } from '../../model/register.ts';
import type { Earlier, ReleasedRow } from '../../model/release.ts';
import { statedFacts, statedTexts } from '../../model/stated-facts.ts';
import type { OutgoingRow } from './cells.ts';

/** What a release tells of a finding: what was said of it, and what became of it. */
const facts: readonly string[] = [...statedFacts, 'status', 'same_as'];

const cell = (row: OutgoingRow, column: string) => {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
};

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
function comparable(before: ReleasedRow, after: OutgoingRow): string[] {
  return Object.keys(before).filter(
    (name) =>
      name in after && (facts.includes(name) || statedTexts.some((text) => name.startsWith(`${text}_`))),
  );
}

const step = (finding: string, event: string, on: string) => `${finding} ${event} ${on}`;

function findingChanges(
  before: ReadonlyMap<string, ReleasedRow>,
  findings: readonly OutgoingRow[],
  corrections: readonly Correction[],
): OutgoingRow[] {
  // The field of a correction is named as in the drops, without `_id`.
  const corrected = new Map(
    corrections.filter(({ event }) => event === '').map((one) => [`${one.finding_id} ${one.column}`, one]),
  );
  return findings.flatMap((row): OutgoingRow[] => {
    const id = cell(row, 'finding_id');
    const old = before.get(id);
    const change = { table: 'findings', row: id };
    if (old === undefined)
      return [{ ...change, column: '', before: '', after: cell(row, 'status'), reason: 'new', source: '' }];
    return comparable(old, row)
      .filter((column) => (old[column] ?? '') !== cell(row, column))
      .map((column): OutgoingRow => {
        const correction =
          corrected.get(`${id} ${column}`) ?? corrected.get(`${id} ${column.replace(/_id$/, '')}`);
        return {
          ...change,
          column,
          before: old[column] ?? '',
          after: cell(row, column),
          reason: reasonOf(column, old[column] ?? '', cell(row, column), correction),
          source: correction?.corrected_by ?? '',
        };
      });
  });
}

function removals(
  earlier: Earlier,
  findings: readonly OutgoingRow[],
  events: readonly OutgoingRow[],
): OutgoingRow[] {
  const ids = new Set(findings.map((row) => cell(row, 'finding_id')));
  const steps = new Set(
    events.map((row) => step(cell(row, 'finding_id'), cell(row, 'event'), cell(row, 'on'))),
  );
  const removed = (table: string, row: string, before: string): OutgoingRow => ({
    table,
    row,
    column: '',
    before,
    after: '',
    reason: 'removed',
    source: '',
  });
  const goneSteps = earlier.finding_events
    .filter((row) => row['event'] !== 'found' && ids.has(row['finding_id'] ?? ''))
    .map((row) => ({
      key: step(row['finding_id'] ?? '', row['event'] ?? '', row['on'] ?? ''),
      event: row['event'] ?? '',
    }))
    .filter(({ key }) => !steps.has(key));
  return [
    ...earlier.findings
      .filter((row) => !ids.has(row['finding_id'] ?? ''))
      .map((row) => removed('findings', row['finding_id'] ?? '', row['status'] ?? '')),
    ...[...new Map(goneSteps.map((one) => [one.key, one])).values()].map(({ key, event }) =>
      removed('finding_events', key, event),
    ),
  ];
}

/**
 * The rows of `release_changes.csv`: those that earlier releases have told, and what is different now from the last one.
 * Nothing can be taken out of what was published without a row here.
 */
export function releaseChangeRows(
  earlier: Earlier,
  findings: readonly OutgoingRow[],
  events: readonly OutgoingRow[],
  corrections: readonly Correction[],
): OutgoingRow[] {
  const last = earlier.releases.at(-1)?.record.release;
  if (last === undefined) return [];
  const told = earlier.release_changes.map((row): OutgoingRow => ({
    ...row,
    release: Number(row['release']),
  }));
  const before = new Map(earlier.findings.map((row) => [row['finding_id'] ?? '', row]));
  const now = [...findingChanges(before, findings, corrections), ...removals(earlier, findings, events)];
  return [...told, ...now.map((row) => ({ release: last + 1, ...row }))];
}
