import type { Correction } from '../../model/register.ts';
import type { ReleasedRow } from '../../model/release.ts';

/** The corrections that may move a deadline that no file gave: those of severities, and those of the days on which something was sent. */
export interface DeadlineMovers {
  readonly severities: ReadonlyMap<string, Correction>;
  readonly sent: ReadonlyMap<string, Correction>;
}

/** Looks them out: severities by the finding, days of sending by the finding and the day that was told before. */
export function deadlineMovers(corrections: readonly Correction[]): DeadlineMovers {
  const sent = corrections.filter(
    ({ event, column }) => event.startsWith('sent ') && (column === 'on' || column === 'event'),
  );
  return {
    severities: new Map(
      corrections
        .filter(({ event, column }) => event === '' && column === 'severity')
        .map((one) => [one.finding_id, one]),
    ),
    // A time of day, and which of several, may stand behind the day.
    sent: new Map(sent.map((one) => [`${one.finding_id} ${one.event.split(' ')[1] ?? ''}`, one])),
  };
}

/**
 * The correction that moved a deadline which follows from the severity of a finding and from the day on which it was sent: that of
 * the one which is another than the last release told. Undefined where neither is: then it was the rule that changed.
 */
export function deadlineMovedBy(
  { severities, sent }: DeadlineMovers,
  before: ReleasedRow,
  now: ReleasedRow,
): Correction | undefined {
  const id = now['finding_id'] ?? '';
  const isOther = (column: string) => before[column] !== now[column];
  return (
    (isOther('severity') ? severities.get(id) : undefined) ??
    (isOther('sent_on') ? sent.get(`${id} ${before['sent_on'] ?? ''}`) : undefined)
  );
}
