import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Part } from '../register/parts.ts';
import type { Hearers, Taken, Taking } from './take-drop.ts';

/** What a thread says of the drop that it takes. */
export type Message =
  { readonly part: Part } | { readonly rows: number; readonly share: number } | { readonly taken: Taken[] };

const program = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A thread's room for young objects: more is no faster and would weigh for each of them. */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/** Takes a drop in a thread of its own, so that several are taken at once. */
export function takeApart(file: string, taking: Taking, hearers: Hearers): Promise<Taken[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { ...taking, file }, resourceLimits });
    worker.on('message', (message: Message) => {
      if ('taken' in message) resolve(message.taken);
      else if ('part' in message) hearers.handOver(message.part).catch(reject);
      else hearers.seeProgress(message.rows, message.share);
    });
    // What failed is told with the drop: of a memory that ran out nothing else would say which it was.
    worker.on('error', (error) => reject(Object.assign(error, { path: file })));
    worker.on('exit', (code) =>
      reject(new Error(`the thread that read ${file} ended without a word (${code})`)),
    );
  });
}
