import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { SeeProgress, Taken, Taking } from './take-drop.ts';

/** What a thread says of the drop that it takes. */
export type Message = { readonly rows: number; readonly share: number } | { readonly taken: Taken[] };

const program = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A thread's room for young objects: more is no faster and would weigh for each of them. */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/**
 * V8 puts what it has seen grow old among the old from the start, and there it keeps alive all that hangs on it. Of the rows of a
 * large drop it sees the first ones grow old, sometimes; with all that come after it went through half as much work again.
 */
const noneBornOld = '--no-allocation-site-pretenuring';

/** A thread that takes drops, one after the other: to start one for each would take longer than many a drop. */
export interface TakingThread {
  readonly take: (file: string, seeProgress: SeeProgress) => Promise<Taken[]>;
  readonly close: () => Promise<void>;
}

/** Has a thread take a drop. What goes wrong in it is told with the drop: of a memory that ran out nothing else would say which it was. */
function takeIn(worker: Worker, file: string, seeProgress: SeeProgress): Promise<Taken[]> {
  return new Promise((resolve, reject) => {
    const hear = (message: Message) => {
      if ('taken' in message) end(() => resolve(message.taken));
      else seeProgress(message.rows, message.share);
    };
    const fail = (error: Error) => end(() => reject(Object.assign(error, { path: file })));
    const leave = (code: number) =>
      end(() => reject(new Error(`the thread that read ${file} ended without a word (${code})`)));
    const end = (settle: () => void) => {
      worker.off('message', hear).off('error', fail).off('exit', leave);
      settle();
    };
    worker.on('message', hear).on('error', fail).on('exit', leave);
    worker.postMessage(file);
  });
}

/** Opens a thread that takes drops, so that several are taken at once. It starts with the first, and anew after one that ended it. */
export function openThread(taking: Taking): TakingThread {
  let worker: Worker | null = null;
  const start = (): Worker => {
    setFlagsFromString(noneBornOld);
    const started = new Worker(program, { workerData: taking, resourceLimits });
    // Who waits for a drop hears of a failure; that of a thread that nobody waits for is nobody's.
    return started
      .on('error', () => {})
      .on('exit', () => {
        if (worker === started) worker = null;
      });
  };
  return {
    take: async (file, seeProgress) => {
      worker ??= start();
      const at = worker;
      try {
        return await takeIn(at, file, seeProgress);
      } catch (error) {
        if (worker === at) worker = null;
        await at.terminate();
        throw error;
      }
    },
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
