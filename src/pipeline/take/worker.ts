import { parentPort, workerData } from 'node:worker_threads';
import { takeDrop, type Taking } from './take-drop.ts';
import type { Message } from './take-apart.ts';

/* The program of a thread that `take-apart.ts` starts: it takes the drops it is told and sends how far it is and what comes of each. */

const taking = workerData as Taking;
const send = (message: Message) => parentPort?.postMessage(message);

parentPort?.on('message', async (file: string) => {
  send({ taken: await takeDrop(file, taking, (rows, share) => send({ rows, share })) });
});
