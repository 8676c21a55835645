import { fileURLToPath } from 'node:url';
import { spawnProgram, withTask } from '../apart/spawn-program.ts';

/** What the tables of a site are held against, before its pages are there. */
export interface Proving {
  /** The folder that holds the downloads, under `data`. */
  readonly site: string;
  /** The private proof of the run that made them. */
  readonly proof: string;
  /** The folder of the cache in which it stands of what the auditor has learnt nothing before. */
  readonly attacks: string;
  /** Where it is written what was proven. */
  readonly proven: string;
}

const program = fileURLToPath(new URL('prove-process.ts', import.meta.url));

/** In megabytes: it holds little. */
const roomForTheYoung = 8;

/** Proves the tables of a site safe in a process of its own: while pages are rendered a core has time for it. */
export const proveApart = (proving: Proving, stop?: AbortSignal): Promise<void> =>
  spawnProgram(
    {
      parameters: withTask(program, roomForTheYoung, proving),
      work: 'the tables could not be proven safe',
    },
    stop,
  );
