import { parentPort, workerData } from 'node:worker_threads';
import { takeDrop, type Taking } from './take-drop.ts';
import type { Message } from './take-apart.ts';

/* The program of a thread that `take-apart.ts` starts: it takes the drops it is told and sends what it hands over and what comes of each. */

const taking = workerData as Taking;
const send = (message: Message) => parentPort?.postMessage(message);

parentPort?.on('message', async (file: string) => {
  const taken = await takeDrop(file, taking, {
    // The text of a part lies on the disk: the next rows need not wait until it is stored.
    handOver: async (part) => send({ part }),
    seeProgress: (rows, share) => send({ rows, share }),
  });
  send({ taken });
});
