import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFiles } from '../../model/release-files.ts';
import { isAtWork, patience, thisProcess, type AtWork } from './at-work.ts';
import { removeKeptPairs } from './kept-pairs-file.ts';

/*
 * A release is recorded before its site is in place, and a site comes into place by one rename. Between the two the
 * record carries a mark: whoever comes after a release that died there knows whether it became public.
 */

/** The mark in the folder of a release whose site is not in place yet. It is none of the files that are published. */
const markFile = 'unpublished.json';

interface Mark extends AtWork {
  /** Where its site goes. */
  readonly site: string;
}

const folderOf = (data: string, release: number) => join(data, 'releases', String(release));

/** Marks the record of a release, before it comes to its place. */
export async function markUnpublished(made: string, site: string): Promise<void> {
  const mark: Mark = { site, ...thisProcess() };
  await writeFile(join(made, markFile), JSON.stringify(mark));
}

/** Takes the mark off: the site is in place. */
export async function markPublished(data: string, release: number): Promise<void> {
  await rm(join(folderOf(data, release), markFile), { force: true });
}

/** Whether a release is recorded, but its site is not in place. */
export function isUnpublished(data: string, release: number): boolean {
  return existsSync(join(folderOf(data, release), markFile));
}

/** The folder in which a release is made: on the disk of the records, and private as the proof that lies in it is. */
export async function makingFolder(data: string): Promise<string> {
  const home = join(data, 'proofs');
  await mkdir(home, { recursive: true });
  return await mkdtemp(join(home, '.making-'));
}

/**
 * Takes a record away that was not published, into a folder that is going to be removed. It leaves its place by one
 * rename: a folder that is half removed would be a broken record.
 */
export async function takeBack(data: string, release: number, into: string): Promise<void> {
  await removeKeptPairs(data, release);
  await rename(folderOf(data, release), join(into, 'taken-back'));
}

async function isOnSite(data: string, release: number, { site }: Mark): Promise<boolean> {
  const record = (folder: string) => readFile(join(folder, releaseFiles.record)).catch(() => null);
  const there = await record(join(site, 'data', 'releases', String(release)));
  const ours = await record(folderOf(data, release));
  return there !== null && ours !== null && there.equals(ours);
}

/** Clears away what releases that were killed have left. */
async function sweep(data: string): Promise<void> {
  const home = join(data, 'proofs');
  const names = await readdir(home).catch(() => []);
  for (const name of names) {
    if (!name.startsWith('.making-')) continue;
    const path = join(home, name);
    const made = await stat(path).catch(() => null);
    if (made !== null && made.mtimeMs < Date.now() - patience)
      await rm(path, { recursive: true, force: true });
  }
}

/**
 * Settles what a release left that was killed: one whose site came into place is finished, one whose site did not is
 * taken back. Gives the folder of a release that somebody is making at this moment, which is left alone; null otherwise.
 */
export async function settleUnpublished(data: string): Promise<string | null> {
  await sweep(data);
  const names = await readdir(join(data, 'releases')).catch(() => []);
  for (const name of names) {
    const release = Number(name);
    if (!Number.isInteger(release) || !isUnpublished(data, release)) continue;
    const path = join(folderOf(data, release), markFile);
    const mark = JSON.parse(await readFile(path, 'utf8')) as Mark;
    if (await isOnSite(data, release, mark)) await markPublished(data, release);
    else if (await isAtWork(mark, path)) return folderOf(data, release);
    else {
      const into = await makingFolder(data);
      await takeBack(data, release, into);
      await rm(into, { recursive: true, force: true });
    }
  }
  return null;
}
