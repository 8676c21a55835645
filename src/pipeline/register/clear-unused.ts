import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const day = 86_400_000;

/** Records that no run has used for so long are most likely never used again; if they are, the drop is read once more. */
const daysKept = 60;

/** What a run was still writing after a day, it never finished. */
const daysUnfinished = 1;

/**
 * Clears away kept records that no run has used for long, and what killed runs left unfinished. `findKept` marks what is
 * used with the time. What cannot be removed stays for another run.
 */
export async function clearUnused(cache: string, now: number): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const days = name.includes('.making-') ? daysUnfinished : daysKept;
    const found = await stat(path).catch(() => null);
    if (found !== null && now - found.mtimeMs > days * day)
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}
