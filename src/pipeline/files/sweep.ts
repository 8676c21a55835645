import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes from a folder what nobody has touched for so many milliseconds: what a process that was killed has left, or what no
 * build has used. `start` is how the names begin that are ours to remove.
 */
export async function sweep(folder: string, patience: number, start = ''): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start)) continue;
    const path = join(folder, name);
    // Another process may be removing it at this moment; what stays is swept by a later build.
    const touched = await stat(path).catch(() => null);
    if (touched !== null && touched.mtimeMs < Date.now() - patience)
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** How long the work of one build may lie untouched, in milliseconds: an hour. */
export const anHour = 3_600_000;
