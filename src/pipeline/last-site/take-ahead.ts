import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { filesIn, filesWithKey, type Standing } from './second-names.ts';
import { findSpare } from './spare.ts';

/*
 * Most pages of a large site stay as they are, and to give each of their files a second name takes a quarter of the time that is left for
 * pages. While the tables are still being made a core has time for it: every file that may stay gets its second name then. Which
 * do stay, the pages say later by their keys; what has changed takes the place of what stands there, and what is gone is removed. Where a
 * spare has these names, what is going to be written to is read meanwhile.
 */

/** What of the last site is got ready for the new one before it is known what stays. */
export interface TakenAhead {
  /** Until all have their second names, or it was stopped. */
  readonly done: Promise<void>;
  /** Stops, as pages are rendered now: where they are taken over from another site, or from none, nothing stays of what stands there. */
  readonly keepFor: (before: Standing) => Promise<void>;
  /** Removes what the new site no longer has. `made` are the records of its pages. */
  readonly clear: (made: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const nothing: TakenAhead = {
  done: Promise.resolve(),
  keepFor: async () => {},
  clear: async () => {},
  stop: async () => {},
};

const programs = {
  link: fileURLToPath(new URL('link-ahead-thread.ts', import.meta.url)),
  read: fileURLToPath(new URL('read-ahead-thread.ts', import.meta.url)),
};

/** How many threads read at once: they wait for the disk, and hardly ever for a core. */
const readers = 4;

/** Removes a file, and the folders that it leaves empty. */
async function removeFile(site: string, name: string): Promise<void> {
  await rm(join(site, name), { force: true });
  for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(site, folder));
    } catch {
      return;
    }
  }
}

/** Threads that work until they are done or stopped. What they do not do, the pages do themselves. */
function startThreads(program: string, given: readonly object[]): Pick<TakenAhead, 'done' | 'stop'> {
  const threads = given.map((workerData) => new Worker(program, { workerData }));
  for (const thread of threads) thread.on('error', () => {});
  const ended = threads.map((thread) => new Promise<void>((resolve) => thread.on('exit', () => resolve())));
  return {
    done: Promise.all(ended).then(() => {}),
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** Gives the files of the last site second names or, where a spare has them, reads those that are going to be written to. */
function start(last: Standing, site: string, spare: string | null): Pick<TakenAhead, 'done' | 'stop'> {
  if (spare === null) return startThreads(programs.link, [{ ...last, site }]);
  const parts = Array.from({ length: readers }, (_, part) => ({ part, parts: readers }));
  return startThreads(
    programs.read,
    parts.map((one) => ({ record: last.record, spare, ...one })),
  );
}

/** Begins to give the files of the last site second names in the folder of the new one, or finds that they have them. */
export function takeAhead(last: Standing, site: string): TakenAhead {
  if (!existsSync(last.record) || !existsSync(last.folder)) return nothing;
  const spare = findSpare(last);
  const { done, stop } = start(last, site, spare);
  let kept = true;
  return {
    done,
    stop,
    keepFor: async ({ folder, record }) => {
      await stop();
      kept = folder === last.folder && record === last.record;
      if (!kept && existsSync(site)) await rename(site, `${site}-unused`);
      if (!kept || spare === null) return;
      await mkdir(dirname(site), { recursive: true });
      // Without it the pages link what stays.
      await rename(spare, site).catch(() => {});
    },
    clear: async (made) => {
      if (!kept) return;
      const texts = await Promise.all(made.map((record) => readFile(record, 'utf8')));
      const stays = new Set<string>();
      for (const text of texts) for (const { name } of filesIn(text)) stays.add(name);
      for (const { name } of filesWithKey(await readFile(last.record, 'utf8')))
        if (!stays.has(name)) await removeFile(site, name);
    },
  };
}
