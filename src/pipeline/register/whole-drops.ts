import type { ClosedPeriod } from '../../model/earlier-survey.ts';
import type { Cutoff } from '../../model/register.ts';
import type { Database } from './database.ts';
import type { KeptDrop } from './keep.ts';

/** A drop whose responses are counted as a whole, whatever other drops say. */
export interface WholeDrop extends KeptDrop {
  readonly rank: number;
}

/** From so many responses on, counts that are kept cost less than counting again. */
const fewestToKeep = 300;

/** Whether what is found out about the responses of a drop is kept beside its records. */
export function isWorthKeeping({ drop }: KeptDrop): boolean {
  return drop.kinds[0] === 'responses' && drop.account.used >= fewestToKeep;
}

/** How many rows the register goes through: of large drops of responses it has what is kept of them. */
export function rowsToRegister(kept: readonly KeptDrop[]): number {
  return kept.reduce((sum, one) => sum + (isWorthKeeping(one) ? 0 : one.drop.account.read), 0);
}

/**
 * The drops whose responses are counted as a whole and once and for all: what other drops change in them is added and taken
 * away (`openRest`). None where the cut-off parts a period that counts: then the day decides, not the month.
 */
export function wholeDrops(
  kept: readonly KeptDrop[],
  cutoff: Cutoff,
  closed: readonly ClosedPeriod[],
): readonly WholeDrop[] {
  if (closed.some(({ ends_on }) => ends_on > cutoff.on)) return [];
  return kept.flatMap((one, position) => (isWorthKeeping(one) ? [{ ...one, rank: position + 1 }] : []));
}

/** Whether any drop is not whole, a later drop corrects responses, or a full export lacks some. */
export interface Changed {
  readonly others: 'some' | 'none';
  readonly contested: 'some' | 'none';
  readonly vanished: 'some' | 'none';
}

/**
 * Makes the view `rest`: what is to be counted besides the whole drops, with the sign by which it counts. That is all that
 * stands in the other drops, and of the whole ones what no longer stands, with a minus, and the latest word on it.
 */
export async function openRest(
  database: Database,
  whole: readonly WholeDrop[],
  { others, contested, vanished }: Changed,
): Promise<void> {
  const ranks = whole.length === 0 ? '0' : whole.map(({ rank }) => rank).join(', ');
  const contestedIds = '(SELECT response_id FROM contested_responses)';
  // Where there are none, the store need not look at every row to see that.
  const isOther = others === 'some' ? `drop_rank NOT IN (${ranks})` : 'FALSE';
  const ofOthers = `SELECT response.*, 1 AS sign FROM response WHERE ${isOther}`;
  const latest = `SELECT latest_response.*, 1 AS sign FROM latest_response WHERE drop_rank IN (${ranks})`;
  const fallen = [
    ...(contested === 'some' ? [`given.response_id IN ${contestedIds}`] : []),
    ...(vanished === 'some'
      ? [
          'EXISTS (SELECT 1 FROM vanished_responses AS gone WHERE gone.drop_rank = given.drop_rank AND gone.source_row = given.source_row)',
        ]
      : []),
  ];
  const taken = `SELECT given.*, -1 AS sign FROM given_responses AS given WHERE drop_rank IN (${ranks}) AND (${fallen.join(' OR ')})`;
  const parts = [ofOthers, ...(contested === 'some' ? [latest] : []), ...(fallen.length > 0 ? [taken] : [])];
  await database.run(`CREATE OR REPLACE VIEW rest AS ${parts.join(' UNION ALL ')}`);
}
