import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareDrops } from '../../model/drop-order.ts';
import type { Problem } from '../../model/problem.ts';

/** The names of the drops, and what is wrong where there are none. */
export interface OpenedDrops {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** What systems and programs leave in a folder for themselves. */
const noDrop = /^[.~]|^(?:Thumbs\.db|desktop\.ini)$/;

async function namesIn(folder: string): Promise<string[] | null> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}

/**
 * The drops of a programme, in their order: a later name corrects an earlier one. An empty folder has none yet; without the
 * folder nobody can tell that from drops that are lost.
 */
export async function openDrops(data: string): Promise<OpenedDrops> {
  const folder = join(data, 'drops');
  const names = await namesIn(folder);
  if (names === null)
    return { files: [], problems: [{ code: 'no-drop-folder', file: 'drops', detail: folder }] };
  const files = names.filter((name) => !noDrop.test(name)).sort(compareDrops);
  return { files, problems: files.length === 0 ? [{ code: 'no-drops', file: 'drops' }] : [] };
}

/** The names of the drops of a programme, in their order; none where there is no folder of them. */
export async function dropNames(data: string): Promise<readonly string[]> {
  return (await openDrops(data)).files;
}
