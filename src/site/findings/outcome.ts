import type { PublishedRow } from '../../model/published.ts';

/**
 * The endings that a problem can stand at, in the order of the balance. They exclude one another, and
 * together they are the number found. Each is also the measure that counts it.
 */
export const outcomes = [
  'confirmed',
  'claimed',
  'in_hand',
  'overdue',
  'refused',
  'transferred',
  'duplicate',
  'withdrawn',
] as const;

export type Outcome = (typeof outcomes)[number];

/** The glyph of an outcome; also its class in the style sheet. */
export const glyphs: Readonly<Record<Outcome, string>> = {
  confirmed: 'ok',
  claimed: 'aw',
  in_hand: 'pr',
  overdue: 'ov',
  refused: 'no',
  transferred: 'tr',
  duplicate: 'du',
  withdrawn: 'wi',
};

/** Where a problem stands: its status, with open ones told apart by their deadline. */
export function outcomeOf(finding: Pick<PublishedRow<'findings'>, 'status' | 'overdue'>): Outcome {
  if (finding.overdue) return 'overdue';
  return (outcomes as readonly string[]).includes(finding.status) ? (finding.status as Outcome) : 'in_hand';
}
