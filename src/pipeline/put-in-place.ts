import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/* How a finished folder takes the place of the last good one: whole or not at all. */

/** Told to the caller when the target is a folder that no build of ours has made. */
export class NotOurs extends Error {}

/** Every site that we build has a file by which it is known; a folder with other things in it is not replaced. */
export async function assureReplaceable(folder: string, mark: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0 && !existsSync(join(folder, mark))) throw new NotOurs(folder);
}

const previous = (out: string) => `${out}.previous`;

/** A build that died in the middle of the swap left the last good site under its second name: it goes back. */
export function recover(out: string, mark: string): void {
  if (!existsSync(out) && existsSync(join(previous(out), mark))) renameSync(previous(out), out);
}

/**
 * Removes the site before this one in a process of its own: nobody need wait for it. It gets another name first, so
 * that what is being removed is never taken for the last good site; what is left is swept away by a later build.
 */
function clearAway(out: string): void {
  if (!existsSync(previous(out))) return;
  const doomed = `${out}.making-way-${process.pid}`;
  renameSync(previous(out), doomed);
  const remove = `require('node:fs').rmSync(${JSON.stringify(doomed)}, { recursive: true, force: true })`;
  spawn(process.execPath, ['-e', remove], { detached: true, stdio: 'ignore' }).unref();
}

/** Puts the new site in the place of the old one: two renames, nothing between them that could wait or fail half-way. */
export function swap(made: string, out: string, mark: string): void {
  rmSync(previous(out), { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous(out));
  try {
    renameSync(made, out);
  } catch (error) {
    recover(out, mark);
    throw error;
  }
  clearAway(out);
}
