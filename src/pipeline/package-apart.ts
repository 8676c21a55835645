import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

/** Rows are short-lived: with room for the young ones the old ones take a fifth less memory. */
const roomForTheYoung = '--max-semi-space-size=16';

/** Makes the downloads of a folder of tables in a process of its own: another core has time for it, and its memory is free again after. */
export function packageApart(packaging: Packaging, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...process.execArgv, roomForTheYoung, program, JSON.stringify(packaging)],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        ...(stop === undefined ? {} : { signal: stop }),
      },
    );
    const complaints: string[] = [];
    child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`the downloads could not be made (${signal ?? code}):\n${complaints.join('')}`)),
    );
  });
}
