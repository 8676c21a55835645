import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { isAtWork, thisProcess, type AtWork } from '../releases/at-work.ts';

/** Told to the caller when a site is being made by somebody else at this moment: theirs goes on, ours was not begun. */
export class SiteTaken extends Error {}

/** A site that nobody else makes at the same time. */
export interface ClaimedSite {
  /** Throws where the claim is no longer ours: somebody took us for dead, as where the clock was put forward. */
  readonly assure: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

const claimOf = (out: string) => `${out}.at-work`;

/** Who has claimed a site; null where nobody has. What cannot be read was cut off while it was written: its process has died. */
async function claimant(path: string): Promise<AtWork | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const mark = JSON.parse(text) as AtWork;
    return (await isAtWork(mark, path)) ? mark : null;
  } catch {
    return null;
  }
}

/**
 * Claims a site for one build. Two that swap at once could put back what the other has taken away, or take pages over
 * from a site that is not the one they compared with. A claim that a killed build has left is taken over.
 */
export async function claimSite(out: string): Promise<ClaimedSite> {
  const path = claimOf(out);
  const taken = await claimant(path);
  if (taken !== null) throw new SiteTaken(`${out}: ${taken.host}, ${taken.process}`);
  await rm(path, { force: true });
  const ours = JSON.stringify({ ...thisProcess(), claim: randomUUID() });
  await writeFile(path, ours, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new SiteTaken(out) : error;
  });
  const isOurs = async () => (await readFile(path, 'utf8').catch(() => '')) === ours;
  return {
    assure: async () => {
      if (!(await isOurs())) throw new SiteTaken(out);
    },
    leave: async () => {
      if (await isOurs()) await rm(path, { force: true });
    },
  };
}
