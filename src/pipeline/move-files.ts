import { existsSync } from 'node:fs';
import { cp, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Moves what a folder holds into another, which may hold other things already. */
export async function merge(from: string, into: string): Promise<void> {
  if (!existsSync(into)) return await move(from, into);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(into, entry.name)];
    await (entry.isDirectory() ? merge(source, target) : move(source, target));
  }
}

/** Moves a file or a folder, to another disk if need be. */
export async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  });
}
