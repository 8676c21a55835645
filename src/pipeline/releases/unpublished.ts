import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFiles } from '../../model/release-files.ts';
import { sweep } from '../files/sweep.ts';
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
  await writeFile(join(made, markFile), JSON.stringify(mark), { flush: true });
}

/** Takes the mark off: the site is in place. */
export async function markPublished(data: string, release: number): Promise<void> {
  await rm(join(folderOf(data, release), markFile), { force: true });
}

/** Whether a release is recorded, but its site is not in place. */
export function isUnpublished(data: string, release: number): boolean {
  return existsSync(join(folderOf(data, release), markFile));
}

/** The folder of what is private to releases, and how the names begin of those that are made in it. */
const proofsOf = (data: string) => join(data, 'proofs');
const making = '.making-';

/** The folder in which a release is made: on the disk of the records, and private as the proof that lies in it is. */
export async function makingFolder(data: string): Promise<string> {
  const home = proofsOf(data);
  await mkdir(home, { recursive: true });
  return await mkdtemp(join(home, making));
}

/** Takes a record away. It leaves its place by one rename: a folder that is half removed would be a broken record. */
async function takeBack(data: string, release: number): Promise<void> {
  const into = await makingFolder(data);
  try {
    await removeKeptPairs(data, release);
    await rename(folderOf(data, release), join(into, 'taken-back'));
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

/**
 * The mark of a release. Null for one that cannot be read: it was cut off while it was written, and its process has died.
 * Undefined where there is none any more.
 */
async function markOf(data: string, release: number): Promise<Mark | null | undefined> {
  const text = await readFile(join(folderOf(data, release), markFile), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Mark;
  } catch {
    return null;
  }
}

async function isOnSite(data: string, release: number, mark: Mark | null): Promise<boolean> {
  if (mark === null) return false;
  const record = (folder: string) => readFile(join(folder, releaseFiles.record)).catch(() => null);
  const there = await record(join(mark.site, 'data', 'releases', String(release)));
  const ours = await record(folderOf(data, release));
  return there !== null && ours !== null && there.equals(ours);
}

/** Ends a release for which nothing more is done: where its site came into place it is finished, else taken back. */
const end = (data: string, release: number, isThere: boolean) =>
  isThere ? markPublished(data, release) : takeBack(data, release);

/** Ends our own release, whose site may stand although the build of it failed. */
export async function settle(data: string, release: number): Promise<void> {
  const mark = (await markOf(data, release)) ?? null;
  await end(data, release, await isOnSite(data, release, mark));
}

/**
 * Settles what releases left that were killed. Gives the folder of a release that somebody is making at this moment, which is
 * left alone; null otherwise.
 */
export async function settleUnpublished(data: string): Promise<string | null> {
  const home = proofsOf(data);
  if (existsSync(home)) await sweep(home, patience, making);
  const names = await readdir(join(data, 'releases')).catch(() => []);
  for (const name of names) {
    const release = Number(name);
    const mark = Number.isInteger(release) ? await markOf(data, release) : undefined;
    if (mark === undefined) continue;
    const folder = folderOf(data, release);
    const isThere = await isOnSite(data, release, mark);
    if (!isThere && mark !== null && (await isAtWork(mark, join(folder, markFile)))) return folder;
    await end(data, release, isThere);
  }
  return null;
}
