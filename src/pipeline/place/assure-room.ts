import { lstatSync, readdirSync, statSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder that is going to be written to, and how much will go there. */
export interface Need {
  readonly folder: string;
  readonly bytes: number;
}

/** The folder itself, or the nearest above it that is there. */
function standing(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true || dirname(folder) === folder ? folder : standing(dirname(folder));
}

/** How many entries of one folder are looked at, or somewhat more. */
const lookedAt = 500;

/**
 * About how much the files below a folder hold; 0 where there is none. Of a folder with thousands of entries, as findings have, some
 * are looked at, evenly spread, and the middle one of those stands for each that is not: to look at all of a large site takes seconds.
 * What is much larger than its like, as lists among findings are, counts where it was looked at, and for nothing else.
 */
export function bytesIn(folder: string): number {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0;
  const entries = readdirSync(folder, { withFileTypes: true });
  const step = Math.max(1, Math.floor(entries.length / lookedAt));
  const some = entries
    .filter((_, place) => place % step === 0)
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return bytesIn(path);
      return entry.isFile() ? (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
    })
    .sort((one, other) => one - other);
  const middle = some[Math.floor(some.length / 2)] ?? 0;
  return some.reduce((sum, bytes) => sum + bytes, 0) + middle * (entries.length - some.length);
}

async function assureWritable(folder: string): Promise<void> {
  const probe = join(folder, `.zhaocha-probe-${process.pid}`);
  try {
    await writeFile(probe, '');
  } catch (error) {
    throw Object.assign(error as Error, { path: folder });
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/**
 * Tries whether folders can be written to and their disks have room, before anything is changed. Fails like the write
 * itself would: `EACCES`, `EROFS`, `ENOSPC`, with the folder as `path`; a full disk also says `needed` and `free`, in bytes.
 */
export async function assureRoom(needs: readonly Need[]): Promise<void> {
  const places = needs.map(({ folder, bytes }) => ({ folder: standing(folder), bytes }));
  for (const folder of new Set(places.map(({ folder: one }) => one))) await assureWritable(folder);
  // What goes to one disk takes its room together.
  for (const on of Map.groupBy(places, ({ folder }) => statSync(folder).dev).values()) {
    const needed = on.reduce((sum, { bytes }) => sum + bytes, 0);
    const path = on[0]?.folder ?? '';
    const { bavail, bsize } = await statfs(path);
    const free = bavail * bsize;
    if (free < needed)
      throw Object.assign(new Error(`${path} has ${free} bytes left, ${needed} are needed`), {
        code: 'ENOSPC',
        path,
        needed,
        free,
      });
  }
}
