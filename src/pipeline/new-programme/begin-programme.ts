import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { NewProgramme } from '../../model/new-programme.ts';
import { programmeFiles } from './programme-files.ts';

/** Told when the folder of a new programme is a file or holds something already: nothing there is touched. */
export class FolderTaken extends Error {}

/** What is in the way at a place; nothing where it is free or an empty folder. */
export async function whatIsAt(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return [basename(folder)];
    throw error;
  });
}

/**
 * Writes a new programme into a folder of its own, which appears when it is whole. `named` is how commands name the folder.
 */
export async function beginProgramme(
  folder: string,
  named: string,
  programme: NewProgramme,
): Promise<readonly string[]> {
  const there = await whatIsAt(folder);
  if (there.length > 0) throw new FolderTaken(there.slice(0, 3).join(', '));
  const making = `${folder}.making-${process.pid}`;
  await mkdir(making, { recursive: true });
  try {
    const files = programmeFiles(programme, named);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(making, path)), { recursive: true });
      await writeFile(join(making, path), text);
    }
    await rmdir(folder).catch(() => {});
    await rename(making, folder);
    return Object.keys(files);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
