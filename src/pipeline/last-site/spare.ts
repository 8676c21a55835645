import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Standing } from './second-names.ts';

/*
 * To give each file of a large site a second name takes a ninth of the next build (100,000 findings, after a drop of 1 %). After a
 * build there is time for it: the site that was replaced is made into a spare of the one that stands, every file that may stay under a second name, and the
 * next build goes on from there. While none is ready, that build links the files itself.
 */

/** What is to be made into the spare of which site. */
export interface SpareTask extends Standing {
  /** Where it is being made. What lies there, of the site before, is used. */
  readonly making: string;
}

/** A record of so many bytes tells of some ten thousand files. Those of a smaller site get their names while the tables are made. */
const largeRecord = 1_000_000;

/** The folder of the spares of a site. */
export const sparesOf = ({ record }: Pick<Standing, 'record'>): string => `${record}.spare`;

/** What a spare is called: by the record of the site that it is one of, so that none is taken for that of another. */
export function spareName({ record }: Pick<Standing, 'record'>): string {
  const { ino, mtimeNs } = statSync(record, { bigint: true });
  return `${ino}-${mtimeNs}`;
}

/** The spare of a site; null where none is ready. */
export function findSpare(standing: Standing): string | null {
  const spare = join(sparesOf(standing), spareName(standing));
  return existsSync(spare) ? spare : null;
}

const program = fileURLToPath(new URL('spare-process.ts', import.meta.url));

/**
 * Begins to make the spare of the site that has just come into its place, in a process of its own: nobody waits for it. `replaced` is
 * where the site before lies, if there was one, which goes into it. Says whether it was begun; a small site is not worth a spare.
 */
export function beginSpare(standing: Standing, replaced: string | null): boolean {
  const making = join(sparesOf(standing), `making-${randomUUID()}`);
  try {
    if (statSync(standing.record).size < largeRecord) return false;
    mkdirSync(dirname(making), { recursive: true });
    // It stands from now on: whoever waits for the spare sees that one is being made.
    if (replaced === null) mkdirSync(making);
    else renameSync(replaced, making);
  } catch {
    // On another disk files have no second names either.
    return false;
  }
  const task: SpareTask = { ...standing, making };
  const spawned = spawn(process.execPath, [program, JSON.stringify(task)], {
    detached: true,
    stdio: 'ignore',
  });
  spawned.on('error', () => {}).unref();
  return true;
}
