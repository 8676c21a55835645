import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { programmeKey } from '../programme-key.ts';
import { findKept, plainSets, type KeptDrop } from '../register/keep.ts';
import { sealOf } from '../register/seal.ts';
import { codeHash, type Taking } from './take-drop.ts';

/*
 * What each drop became the last time, by the state of its file. A file that nobody has touched since need not be read to know
 * what is in it: a city's answers are hundreds of megabytes, and to read and hash them took most of a run in which nothing was new.
 */

/** What the system says of a file: whoever writes into it changes one of these, the last even when he puts the date back. */
type FileState = Pick<BigIntStats, 'dev' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs'>;

/** A file that was touched so shortly before it was read may be touched again within one tick of its clock. In milliseconds. */
const restless = 3000;

const nanoseconds = 1_000_000n;

function textOf({ dev, ino, size, mtimeNs, ctimeNs }: FileState): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

function isAtRest({ mtimeNs, ctimeNs }: FileState, now: number): boolean {
  const touched = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return BigInt(now - restless) * nanoseconds > touched;
}

/** What a drop became: the state of its file, and the names under which the records of its sheets are kept. */
interface Remembered {
  readonly state: string;
  readonly keys: readonly string[];
}

/** What is remembered of the drops of a programme, and what decided what they became. */
interface Written {
  readonly decisions: string;
  readonly drops: Readonly<Record<string, Remembered>>;
}

async function readWritten(path: string): Promise<Written | null> {
  try {
    const [text = '', seal] = (await readFile(path, 'utf8')).split('\n');
    return seal === (await sealOf(text, [])) ? (JSON.parse(text) as Written) : null;
  } catch {
    return null;
  }
}

/** The drops of a programme whose files nobody has touched since their records were made. */
export interface Untouched {
  /** The records of a drop, as they are kept; null where the drop must be read. */
  readonly find: (file: string) => Promise<readonly KeptDrop[] | null>;
  /** Takes what a drop has become, for the next run. */
  readonly remember: (file: string, kept: readonly KeptDrop[]) => void;
  /** Writes down what was taken. */
  readonly close: () => Promise<void>;
}

/** Opens what is remembered. `states` are those of the files before any is read: one that changes meanwhile is read again. */
export async function openUntouched(
  { data, cache, settings }: Taking,
  states: ReadonlyMap<string, FileState | null>,
): Promise<Untouched> {
  const path = join(cache, `untouched-${programmeKey(data)}.json`);
  const decisions = createHash('sha256')
    .update(JSON.stringify([await codeHash(), settings], plainSets))
    .digest('base64url');
  const written = await readWritten(path);
  const before = written?.decisions === decisions ? written.drops : {};
  const now = Date.now();
  const drops: Record<string, Remembered> = {};
  return {
    find: async (file) => {
      const [state, known] = [states.get(file), before[file]];
      if (!state || known?.state !== textOf(state)) return null;
      const kept = await Promise.all(known.keys.map((key) => findKept(cache, key)));
      return kept.every((one) => one !== null) ? kept : null;
    },
    remember: (file, kept) => {
      const state = states.get(file);
      if (state && isAtRest(state, now))
        drops[file] = { state: textOf(state), keys: kept.map(({ folder }) => basename(folder)) };
    },
    close: async () => {
      const text = JSON.stringify({ decisions, drops } satisfies Written);
      const making = `${path}.making-${process.pid}`;
      await writeFile(making, `${text}\n${await sealOf(text, [])}`);
      await rename(making, path);
    },
  };
}
