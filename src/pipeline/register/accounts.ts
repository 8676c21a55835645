import type { CheckedDrop } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import type { RowsWith } from '../../model/told-problems.ts';
import type { LateRows } from './after-cutoff.ts';
import type { VanishedRows } from './vanished.ts';
import type { SharedRows } from './versions.ts';

/** What was found out about the rows of a kind once all drops were seen. */
export interface Aftermath {
  readonly shared: readonly SharedRows[];
  readonly late: readonly LateRows[];
  readonly vanished: readonly VanishedRows[];
}

/** How many rows of a drop turn out not to count, by why. Each row has one reason. */
function setAsideLater({ shared, late, vanished }: Aftermath, rank: number): Record<string, number> {
  const own = shared.find(({ dropRank }) => dropRank === rank);
  const gone = vanished.filter(({ dropRank }) => dropRank === rank).reduce((sum, { rows }) => sum + rows, 0);
  const standing = late.find(({ dropRank }) => dropRank === rank)?.rows ?? 0;
  return {
    'repeated-row': own?.same ?? 0,
    superseded: own?.superseded ?? 0,
    'after-cutoff': standing - (own?.late ?? 0),
    'vanished-record': gone,
  };
}

/**
 * The drops with what was found out about them once all were seen: rows that a drop repeats, gives anew or lacks, rows after
 * the cut-off, rows with problems. Of every drop the rows read are still those used and those set aside.
 */
export function withAftermath(
  drops: readonly CheckedDrop[],
  aftermath: ReadonlyMap<RecordKind, Aftermath>,
  rowsWith: (file: string) => RowsWith,
): CheckedDrop[] {
  return drops.map((drop, position) => {
    const own = drop.kinds[0] === undefined ? undefined : aftermath.get(drop.kinds[0]);
    const reasons = own === undefined ? [] : Object.entries(setAsideLater(own, position + 1));
    const setAside = { ...drop.account.setAside };
    let { used } = drop.account;
    for (const [reason, rows] of reasons) {
      if (rows === 0) continue;
      setAside[reason] = (setAside[reason] ?? 0) + rows;
      used -= rows;
    }
    return {
      ...drop,
      // A kind of problem is found either in reading a drop or once all were seen.
      rowsWith: { ...drop.rowsWith, ...rowsWith(drop.file) },
      account: { ...drop.account, used, setAside },
    };
  });
}
