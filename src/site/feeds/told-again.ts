import { contentOf, takenBackBy } from '../../model/release-shown.ts';
import { tables } from '../tables/tables.ts';

type Change = (typeof tables.release_changes)[number];

/** What a change says, whichever release tells it. */
const saidBy = ({ table, row, column, after }: Change) => [table, row, column, after].join('\n');

/** A release whose changes another tells again, and the day on which it was taken down. */
export interface ToldBefore {
  readonly release: number;
  readonly takenDownOn: string;
}

/**
 * The releases that were taken down and some of whose changes a release tells again: after a way back, what they had told and what
 * still holds is different from the release before once more. None where the release before it was no way back.
 */
export function toldBefore(release: number): ToldBefore[] {
  const { releases, release_changes: changes } = tables;
  const back = releases.find((row) => Number(row.release) === release - 1);
  if (back === undefined || back.rolled_back === null) return [];
  const stood = Number(contentOf(releases, back)?.release);
  const again = new Set(changes.filter((row) => row.release === release).map(saidBy));
  return releases
    .map((row) => ({ release: Number(row.release), row }))
    .filter(({ release: number, row }) => row.rolled_back === null && stood < number && number < release)
    .filter(({ release: number }) => changes.some((row) => row.release === number && again.has(saidBy(row))))
    .map(({ release: number }) => ({
      release: number,
      takenDownOn: takenBackBy(releases, number)?.published_on ?? back.published_on,
    }));
}
