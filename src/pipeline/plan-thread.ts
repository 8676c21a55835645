import { parentPort, workerData } from 'node:worker_threads';
import { planCarryOver, type Carrying } from './carry-over.ts';

/* The program of the thread that `plan-apart.ts` starts. */

parentPort?.postMessage(await planCarryOver(workerData as Carrying));
