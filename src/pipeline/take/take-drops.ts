import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { MoreProblems, ToldProblems } from '../../model/told-problems.ts';
import { keep, type KeptDrop } from '../register/keep.ts';
import { settingsForDrops } from './settings-for-drops.ts';
import { openThread, type TakingThread } from './take-apart.ts';
import { takeDrop, type SeeProgress, type Taken, type Taking } from './take-drop.ts';
import { openUntouched } from './untouched.ts';

/** What all drops together have become, in the order of their names. */
export interface AllTaken extends ToldProblems {
  readonly kept: readonly KeptDrop[];
}

/** Who hears of the drops while they are being taken. */
export interface Watcher {
  /** Every sheet of a drop, in the order of their names, when its records are there. */
  readonly tell: (drop: CheckedDrop, fromCache: boolean) => void;
  /** Now and then: the rows of all drops read so far, and the share of all their bytes. */
  readonly seeProgress: (rows: number, share: number) => void;
}

/** A drop from this size on is worth a thread of its own. */
const largeDrop = 4_000_000;

/** Each thread holds some 100 MB; with more than two of them reading would need more than 400. */
const mostThreads = 2;

/** Large drops on their way, and the threads that take them. */
interface Dealt {
  readonly taken: ReadonlyMap<string, Promise<Taken[]>>;
  readonly threads: readonly TakingThread[];
}

/** Deals large drops out to the threads, the largest first, each to the one with least to do. */
function dealOut(
  sizes: ReadonlyMap<string, number>,
  taking: Taking,
  watch: (file: string) => SeeProgress,
): Dealt {
  const lanes = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, () => ({
    thread: openThread(taking),
    bytes: 0,
    last: Promise.resolve<unknown>(null),
  }));
  const large = [...sizes].filter(([, size]) => size >= largeDrop).sort(([, a], [, b]) => b - a);
  const taken = new Map(
    large.map(([file, size]) => {
      const lane = lanes.reduce((least, one) => (one.bytes < least.bytes ? one : least));
      const own = lane.last.then(() => lane.thread.take(file, watch(file)));
      lane.bytes += size;
      // A drop that fails is told when its turn comes; the next of its lane is taken all the same.
      lane.last = own.catch(() => null);
      return [file, own];
    }),
  );
  return { taken, threads: lanes.map(({ thread }) => thread) };
}

/** Puts together how far each drop is. */
function addUp(sizes: ReadonlyMap<string, number>, seeProgress: Watcher['seeProgress']) {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const done = new Map<string, number>();
  let rows = 0;
  return (file: string, more: number, share: number) => {
    rows += more;
    done.set(file, share * (sizes.get(file) ?? 0));
    seeProgress(rows, [...done.values()].reduce((sum, bytes) => sum + bytes, 0) / all);
  };
}

async function statesOf(data: string, files: readonly string[]): Promise<Map<string, BigIntStats | null>> {
  const states = new Map<string, BigIntStats | null>();
  for (const file of files)
    // One that is gone by now is a problem of its own, told when it is read.
    states.set(file, await lstat(join(data, 'drops', file), { bigint: true }).catch(() => null));
  return states;
}

/** Takes all drops of a programme, large ones side by side, and keeps their records. */
export async function takeDrops(
  files: readonly string[],
  { settings, ...places }: Taking,
  watcher: Watcher,
): Promise<AllTaken> {
  const taking: Taking = { ...places, settings: settingsForDrops(settings) };
  const states = await statesOf(taking.data, files);
  const sizes = new Map([...states].map(([file, state]) => [file, Number(state?.size ?? 0)]));
  const untouched = await openUntouched(taking, states);
  const before = new Map<string, readonly Taken[]>();
  for (const file of files) {
    const own = await untouched.find(file);
    if (own !== null)
      before.set(
        file,
        own.map((one) => ({ before: one })),
      );
  }
  const progress = addUp(sizes, watcher.seeProgress);
  const watch =
    (file: string): SeeProgress =>
    (rows, share) =>
      progress(file, rows, share);
  const toRead = new Map([...sizes].filter(([file]) => !before.has(file)));
  const apart = dealOut(toRead, taking, watch);
  const kept: KeptDrop[] = [];
  const problems: Problem[] = [];
  const more: MoreProblems[] = [];
  try {
    for (const file of files) {
      const own: KeptDrop[] = [];
      const sheets =
        before.get(file) ?? (await (apart.taken.get(file) ?? takeDrop(file, taking, watch(file))));
      for (const taken of sheets) {
        const one = await inPlace(taken, taking.cache);
        problems.push(...('drop' in one ? one.drop.problems : one));
        if (!('drop' in one)) continue;
        more.push(...one.drop.more);
        own.push(one);
        watcher.tell(one.drop, 'before' in taken);
      }
      kept.push(...own);
      // A sheet that is no data is told of each time.
      if (own.length === sheets.length) untouched.remember(file, own);
      progress(file, 0, 1);
    }
    await untouched.close();
    return { kept, problems, more };
  } finally {
    // After a failure the others come to their end first: what they write is theirs to clear away.
    await Promise.allSettled(apart.taken.values());
    for (const thread of apart.threads) await thread.close();
  }
}

/** The records of a sheet where they are kept, or its problems. */
async function inPlace(taken: Taken, cache: string): Promise<KeptDrop | readonly Problem[]> {
  if ('problems' in taken) return taken.problems;
  return 'before' in taken ? taken.before : await keep(cache, taken.fresh);
}
