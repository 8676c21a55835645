import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who is at work on something that only one may work on. */
export interface AtWork {
  readonly host: string;
  readonly process: number;
}

/** This process, as others are told of it. */
export const thisProcess = (): AtWork => ({ host: hostname(), process: process.pid });

/** How long somebody is believed to be at work, in milliseconds: many times what the largest programme takes. */
export const patience = 3_600_000;

/**
 * Whether the one who wrote a mark may still be at work. Of another machine only the time can tell; on this one the number
 * of a process that ended may have gone to another, so the time has its say here, too.
 */
export async function isAtWork(mark: AtWork, path: string): Promise<boolean> {
  if ((await stat(path)).mtimeMs < Date.now() - patience) return false;
  if (mark.host !== hostname()) return true;
  try {
    process.kill(mark.process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
