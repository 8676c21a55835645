import { createHash } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sealOf } from './seal.ts';

/* Counts of a drop lie beside its records, each set in a file that is named by what it counts, how, and its seal. */

const digits = 16;

/** The name of what is counted, which nothing but the drop and what is listed in `decisions` decides. */
export function countsKey(name: string, decisions: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(decisions)).digest('hex');
  return `${name}-${hash.slice(0, digits)}`;
}

const fileName = async (key: string, path: string) => `${key}-${await sealOf('', [path])}.parquet`;

/** The file with the counts of a key, or null. One that is not as it was written is none, and goes. */
export async function findCounts(folder: string, key: string): Promise<string | null> {
  for (const file of await readdir(folder)) {
    if (!file.startsWith(`${key}-`)) continue;
    const path = join(folder, file);
    if (file === (await fileName(key, path))) return path;
    await rm(path, { force: true });
  }
  return null;
}

const dayLength = 86_400_000;

/** Clears away what was counted under the same name by other decisions, a day ago or longer: no run is at it any more. */
async function clearOthers(folder: string, name: string, key: string): Promise<void> {
  for (const file of await readdir(folder)) {
    if (!file.startsWith(`${name}-`) || file.startsWith(`${key}-`)) continue;
    const path = join(folder, file);
    const made = await stat(path).catch(() => null);
    if (made !== null && Date.now() - made.mtimeMs > dayLength) await rm(path, { force: true });
  }
}

/** Puts counts in their place, whole or not at all. */
export async function keepCounts(folder: string, name: string, key: string, made: string): Promise<string> {
  const path = join(folder, await fileName(key, made));
  await rename(made, path);
  await clearOthers(folder, name, key);
  return path;
}
