import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { Database } from '../register/database.ts';
import { keep, type KeptDrop } from '../register/keep.ts';
import { openStore } from '../register/parts.ts';
import { takeDrop, type Taken, type Taking } from './take-drop.ts';

/** What all drops together have become, in the order of their names. */
export interface AllTaken {
  readonly kept: readonly KeptDrop[];
  readonly problems: readonly Problem[];
}

/** Told of every sheet of a drop when its records are there. */
export type TellTaken = (drop: CheckedDrop, fromCache: boolean) => void;

/** Takes all drops of a programme and keeps their records. */
export async function takeDrops(
  database: Database,
  files: readonly string[],
  taking: Taking,
  tell: TellTaken,
): Promise<AllTaken> {
  const store = openStore(database);
  const kept: KeptDrop[] = [];
  const problems: Problem[] = [];
  const add = async (taken: Taken) => {
    if ('problems' in taken) return problems.push(...taken.problems);
    if ('fresh' in taken) await store.settle();
    const one = 'fresh' in taken ? await keep(taking.cache, taken.fresh) : taken.before;
    tell(one.drop, 'before' in taken);
    kept.push(one);
    return problems.push(...one.drop.problems);
  };
  for (const file of files) for (const taken of await takeDrop(file, taking, store.take)) await add(taken);
  return { kept, problems };
}
