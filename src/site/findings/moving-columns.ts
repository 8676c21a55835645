import type { Finding } from './findings.ts';
import { outcomeOf } from './outcome.ts';

/*
 * What goes on while nothing happens: how long a problem has been in somebody's hands is another number each day. Pages that say no more
 * than that anew are not made anew for it.
 */

/** The columns of a finding that go on by themselves. */
export const movingColumns = ['used_working_days', 'overdue_working_days', 'days_open'] as const;

/** Whether they do: while it is its department's turn. */
export function isMoving(finding: Finding): boolean {
  return finding.kind === 'problem' && ['overdue', 'in_hand'].includes(outcomeOf(finding));
}
