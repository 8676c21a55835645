import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exchange } from './exchange.ts';

/* How a finished folder takes the place of the last good one: whole or not at all. */

/** Told to the caller when the target is a folder that no build of ours has made. */
export class NotOurs extends Error {}

/** Told to the caller when the target, or what it should lie in, is a file. */
export class NotAFolder extends Error {}

/** Told to the caller when the target is a link: a new folder would take the place of the link, not of what it leads to. */
export class IsALink extends Error {
  readonly leadsTo: string;

  constructor(link: string, leadsTo: string) {
    super(link);
    this.leadsTo = leadsTo;
  }
}

/** Where a link leads; null for what is none. Systems have several words for that. */
async function leadsTo(path: string): Promise<string | null> {
  return await readlink(path).then(
    (target) => resolve(dirname(path), target),
    () => null,
  );
}

/**
 * Every site that we build has a file by which it is known; a folder with other things in it is not replaced, nor is a file or
 * a link.
 */
export async function assureReplaceable(folder: string, mark: string): Promise<void> {
  const target = await leadsTo(folder);
  if (target !== null) throw new IsALink(folder, target);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new NotAFolder(folder);
    throw error;
  });
  if (names.length > 0 && !existsSync(join(folder, mark))) throw new NotOurs(folder);
}

const previous = (out: string) => `${out}.previous`;

/** A build that died between two renames left the last good site under its second name: it goes back. */
export function recover(out: string, mark: string): void {
  if (!existsSync(out) && existsSync(join(previous(out), mark))) renameSync(previous(out), out);
}

/**
 * Removes the site before this one in a process of its own: nobody need wait for it. It gets another name first, so
 * that what is being removed is never taken for the last good site. The new site stands by now, so nothing that is in the
 * way here may stop anybody: what is left is swept away by a later build.
 */
export function clearAway(old: string, out: string): void {
  const doomed = `${out}.making-way-${randomUUID()}`;
  try {
    renameSync(old, doomed);
  } catch {
    return;
  }
  const remove = `require('node:fs').rmSync(${JSON.stringify(doomed)}, { recursive: true, force: true })`;
  const clearing = spawn(process.execPath, ['-e', remove], { detached: true, stdio: 'ignore' });
  clearing.on('error', () => {}).unref();
}

/** Puts the new site in the place of the old one by two renames, nothing between them that could wait or fail half-way. */
function renameBoth(made: string, out: string, mark: string): void {
  renameSync(out, previous(out));
  try {
    renameSync(made, out);
  } catch (error) {
    recover(out, mark);
    throw error;
  }
}

/**
 * Puts the new site in the place of the old one: in one step where the disk can exchange two folders, so that no reader and no
 * death in the middle ever finds the place empty; by two renames elsewhere. Gives the folder where the old one lies now, for the caller
 * to clear away; null where there was none.
 */
export async function swap(made: string, out: string, mark: string): Promise<string | null> {
  rmSync(previous(out), { recursive: true, force: true });
  if (!existsSync(out)) {
    renameSync(made, out);
    return null;
  }
  if (await exchange(made, out)) return made;
  renameBoth(made, out, mark);
  return previous(out);
}
