import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dropNames } from '../pipeline/take/open-drops.ts';
import { freeName, isSameName } from './safe-name.ts';

/*
 * Where a file lies that is not, or not yet, or no longer among the drops: `data/set-aside/`, on the same disk, so that
 * every move is one rename. It is private, read by no command, and nothing in it is ever removed by the desk.
 */

/** A file that is not among the drops: the folder in which it lies alone, and its name. */
export interface AsideFile {
  readonly id: string;
  readonly name: string;
}

/** `waiting`: its name is taken by another file, and somebody must say what becomes of it; `aside`: taken out of the drops. */
type Shelf = 'waiting' | 'aside';

const shelf = (data: string, which: Shelf) => join(data, 'set-aside', which);
const drops = (data: string) => join(data, 'drops');

/** Where a file lies while it arrives: half a file is nothing anybody could want back. */
export async function arrivalFolder(data: string): Promise<string> {
  const folder = join(data, 'set-aside', 'arriving');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Clears away what arrivals have left that were cut off. */
export async function clearArrivals(data: string): Promise<void> {
  await rm(join(data, 'set-aside', 'arriving'), { recursive: true, force: true });
}

/** The files on a shelf, the first ones first. */
export async function filesOn(data: string, which: Shelf): Promise<AsideFile[]> {
  const folders = (await readdir(shelf(data, which)).catch(() => [])).sort();
  const files = await Promise.all(
    folders.map(async (id) =>
      (await readdir(join(shelf(data, which), id)).catch(() => [])).map((name) => ({ id, name })),
    ),
  );
  return files.flat();
}

/** Puts a file on a shelf, in a folder of its own that is named for the moment. */
export async function shelve(
  path: string,
  name: string,
  data: string,
  which: Shelf,
  at: Date,
): Promise<AsideFile> {
  const id = `${at.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  await mkdir(join(shelf(data, which), id), { recursive: true });
  await rename(path, join(shelf(data, which), id, name));
  return { id, name };
}

/** The path of a file on a shelf; null where there is none of that name, whatever a request says. */
export async function pathOn(data: string, which: Shelf, { id, name }: AsideFile): Promise<string | null> {
  const known = await filesOn(data, which);
  return known.some((one) => one.id === id && one.name === name) ? join(shelf(data, which), id, name) : null;
}

/** The drop of that name, however its capitals are written; null where there is none. */
export async function dropNamed(data: string, name: string): Promise<string | null> {
  return (await dropNames(data)).find((one) => isSameName(one, name)) ?? null;
}

/** Puts a file among the drops, under its own name or the next that is free. Gives the name. */
export async function placeDrop(path: string, name: string, data: string): Promise<string> {
  await mkdir(drops(data), { recursive: true });
  const free = freeName(name, await readdir(drops(data)));
  await rename(path, join(drops(data), free));
  return free;
}

/** Takes a drop away from the others, and keeps it. */
export async function setAside(data: string, name: string, at: Date): Promise<AsideFile> {
  return await shelve(join(drops(data), name), name, data, 'aside', at);
}
