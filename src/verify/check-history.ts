import type { Difference } from './difference.ts';
import { cell, type PublicTables, type Row } from './read-table.ts';
import { statusEvents } from './status-events.ts';

function derived(finding: Row, events: readonly Row[]): Record<string, string> {
  const of = (kind: string) => events.filter((event) => cell(event, 'event') === kind);
  const status = cell(
    events.findLast((event) => statusEvents.has(cell(event, 'event'))),
    'event',
  );
  const sent = of('sent').map((event) => cell(event, 'on'));
  const days = events.map((event) => cell(event, 'on')).sort();
  return {
    status,
    sent_on: sent.sort()[0] ?? '',
    confirmed_on:
      status === 'confirmed'
        ? (of('confirmed')
            .map((event) => cell(event, 'on'))
            .sort()
            .at(-1) ?? '')
        : '',
    last_claimed_on:
      of('claimed')
        .map((event) => cell(event, 'on'))
        .sort()
        .at(-1) ?? '',
    last_event_on: days.at(-1) ?? '',
    times_reopened: String(of('reopened').length),
    replies: String(of('replied').length),
    found_on: cell(of('found')[0], 'on') || cell(finding, 'found_on'),
  };
}

/** Where each finding stands follows from its steps: derives it again from `finding_events.csv`. */
export function checkHistory({ findings, finding_events }: PublicTables): Difference[] {
  const events = Map.groupBy(finding_events, (event) => cell(event, 'finding_id'));
  return findings.flatMap((finding) => {
    const id = cell(finding, 'finding_id');
    const steps = (events.get(id) ?? []).toSorted(
      (one, other) => Number(cell(one, 'step')) - Number(cell(other, 'step')),
    );
    return Object.entries(derived(finding, steps))
      .filter(([column, expected]) => cell(finding, column) !== expected)
      .map(([column, expected]): Difference => ({
        check: 'history',
        where: `findings.csv ${id}, ${column}`,
        expected,
        found: cell(finding, column),
      }));
  });
}
