import { fileURLToPath } from 'node:url';
import { spawnProgram, withTask } from './spawn-program.ts';

/** What the downloads are made of. */
export interface Packaging {
  /** The folder that holds the public tables, under `latest`. */
  readonly tables: string;
  /** The folder of the programme, for its earlier releases. */
  readonly data: string;
  /** The last site, and the file that records what its downloads were made of: what has not changed is taken over. */
  readonly last?: { readonly site: string; readonly record: string };
}

const program = fileURLToPath(new URL('package-process.ts', import.meta.url));

/** In megabytes. Rows are short-lived: with room for the young ones the old ones take a fifth less memory. */
const roomForTheYoung = 16;

/** Makes the downloads of a folder of tables in a process of its own. */
export const packageApart = (packaging: Packaging, stop?: AbortSignal): Promise<void> =>
  spawnProgram(
    {
      parameters: withTask(program, roomForTheYoung, packaging),
      work: 'the downloads could not be made',
    },
    stop,
  );
