import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Carrying, CarryOver } from './carry-over.ts';

const program = fileURLToPath(new URL('plan-thread.ts', import.meta.url));

/** Plans what is carried over in a thread of its own: what it took to read the tables is free again while pages are rendered. */
export function planApart(carrying: Carrying): Promise<CarryOver> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: carrying });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the plan ended without a word (${code})`)));
  });
}
