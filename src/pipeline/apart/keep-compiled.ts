import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sweep } from '../files/sweep.ts';

/*
 * Every build starts five processes, each of which compiles hundreds of files: an eighth of what a small programme takes. Node keeps
 * what it has compiled, with a checksum of the file that it was made of and one of its own.
 */

const kept = join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled');

/** How long it is kept, in milliseconds: sixty days. What is still needed then is compiled once more. */
const patience = 60 * 86_400_000;

/** The environment of a process of ours, with what is its own. */
export function environmentWith(own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { NODE_COMPILE_CACHE: kept, ...process.env, ...own };
}

/** Removes what was compiled long ago, most of it from code that has changed since. */
export async function sweepCompiled(): Promise<void> {
  for (const version of await readdir(kept).catch(() => [])) await sweep(join(kept, version), patience);
}
