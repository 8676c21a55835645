import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { LateRows } from './after-cutoff.ts';
import type { VanishedRows } from './vanished.ts';
import type { SharedRow } from './versions.ts';

/** What was found out about the rows of a kind once all drops were seen. */
export interface Aftermath {
  readonly shared: readonly SharedRow[];
  readonly late: readonly LateRows[];
  readonly vanished: readonly VanishedRows[];
}

/** How many rows of a drop turn out not to count, by why. Each row has one reason. */
function setAsideLater({ shared, late, vanished }: Aftermath, rank: number): Record<string, number> {
  const own = shared.filter(({ dropRank }) => dropRank === rank);
  const counted = (rows: readonly SharedRow[]) => rows.length;
  const gone = vanished.filter(({ dropRank }) => dropRank === rank).reduce((sum, { rows }) => sum + rows, 0);
  const standing = late.find(({ dropRank }) => dropRank === rank)?.rows ?? 0;
  const lateAndShared = own.filter((row) => row.afterCutoff && (row.same || row.superseded));
  return {
    'repeated-row': counted(own.filter(({ same }) => same)),
    superseded: counted(own.filter(({ superseded }) => superseded)),
    'after-cutoff': standing - counted(lateAndShared),
    'vanished-record': gone,
  };
}

/**
 * The drops with what was found out about them once all were seen: rows that a drop repeats, gives anew or lacks, rows after
 * the cut-off, and problems. Of every drop the rows read are still those used and those set aside.
 */
export function withAftermath(
  drops: readonly CheckedDrop[],
  aftermath: ReadonlyMap<RecordKind, Aftermath>,
  problems: readonly Problem[],
): CheckedDrop[] {
  const byFile = Map.groupBy(problems, ({ file }) => file);
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
      problems: [...drop.problems, ...(byFile.get(drop.file) ?? [])],
      account: { ...drop.account, used, setAside },
    };
  });
}
