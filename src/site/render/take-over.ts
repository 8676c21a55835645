import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isCopyOf, markOf } from '../../model/file-mark.ts';
import { saysAsOf } from '../../model/says-as-of.ts';
import { standingOf } from '../tables/page-key.ts';
import { withParts, type AsOf, type Part, type Restate } from './restate.ts';

/*
 * A page is taken over from the last site when nothing that it is made of has changed. What it is made of beside that which all
 * pages share, its key says. What pages say of the state of the data changes with every drop, and is no part of that: it is put in place
 * of what was said before.
 */

/** The last site, as far as its pages can be taken over. */
export interface LastSite {
  readonly folder: string;
  /** How each was made, as its key and the mark of its file. */
  readonly made: ReadonlyMap<string, string>;
  /** What the pages of each language said of the state of the data. */
  readonly asOf: ReadonlyMap<string, AsOf>;
}

const howMade = (key: string, mark: string) => `${key}\t${mark}`;

/** How a file stands; null where there is none. */
const standing = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;

/** How a file was made with a key, as the record of a site tells it. */
export function asMade(key: string, file: string): string {
  const stands = standing(file);
  return howMade(key, stands === null ? '' : markOf(stands));
}

/** One line of the record of a site, for the build after this one. */
export function recordLine(name: string, made: string): string {
  return `${name}\t${made}\n`;
}

/** The line of the record that tells what the pages of a language say of the state of the data. It has the name of no file. */
export function recordAsOf(language: string, asOf: AsOf): string {
  return recordLine('', `${language}\t${JSON.stringify(asOf)}`);
}

/** Reads the record of the last site. The first line is not ours; without a record nothing is taken over. */
export function readLastSite(folder: string, record: string): LastSite {
  const made = new Map<string, string>();
  const asOf = new Map<string, AsOf>();
  if (record !== '')
    for (const line of readFileSync(record, 'utf8').split('\n').slice(1)) {
      const end = line.indexOf('\t');
      if (end > 0 && !line.endsWith('\t')) made.set(line.slice(0, end), line.slice(end + 1));
      if (end !== 0) continue;
      const [, language = '', said = '[]'] = line.split('\t');
      asOf.set(language, JSON.parse(said) as AsOf);
    }
  return { folder, made, asOf };
}

/** Writes a whole file anew into what stands there, which is a copy that belongs to nobody else. */
function overwrite(file: string, content: Buffer): void {
  const opened = openSync(file, 'r+');
  try {
    writeFileSync(opened, content);
    ftruncateSync(opened, content.length);
  } finally {
    closeSync(opened);
  }
}

/** How the files of the last site come to say what is to be said now. */
export interface Restating {
  /** What all pages say of the state of the data; null where they say it already. */
  readonly all: Restate | null;
  /** What a page says anew each day by itself. */
  readonly partsOf: (name: string) => readonly Part[];
}

/** What a page of the last site is to say now: the same, something else, or what it cannot be made to say. */
type Says = 'the same' | Buffer | null;

function saysNow(from: string, name: string, isMoved: boolean, { all, partsOf }: Restating): Says {
  if (!isMoved && (all === null || !saysAsOf(name))) return 'the same';
  const page = readFileSync(from);
  const moved = isMoved ? withParts(page, partsOf(name)) : page;
  if (moved === null) return null;
  const says = all?.(moved) ?? moved;
  return says === page ? 'the same' : says;
}

/**
 * Takes a file over from the last site if it was made of the same and stands as it was made: the same file under a second name
 * where the disk allows it, or one that says what is to be said now of the state of the data. It may have got its second name, or a
 * copy that can be written to, before. Tells how it was made; null where it must be made anew.
 */
export function takeOver(
  { folder, made }: LastSite,
  name: string,
  key: string,
  { file, makeFolder }: { readonly file: string; readonly makeFolder: () => void },
  restating: Restating,
): string | null {
  const [madeOf, mark] = made.get(name)?.split('\t') ?? [];
  if (madeOf === undefined || mark === undefined || standingOf(madeOf) !== standingOf(key)) return null;
  const there = standing(file);
  const isCopy = there !== null && isCopyOf(there, mark);
  const isThere = isCopy || (there !== null && markOf(there) === mark);
  const from = isThere ? file : join(folder, name);
  if (!isThere && asMade(madeOf, from) !== howMade(madeOf, mark)) return null;
  const says = saysNow(from, name, madeOf !== key, restating);
  if (says === null) return null;
  if (says !== 'the same') {
    if (isCopy) overwrite(file, says);
    else {
      if (there === null) makeFolder();
      else rmSync(file);
      writeFileSync(file, says, { flag: 'wx' });
    }
    return asMade(key, file);
  }
  if (isCopy) return howMade(key, markOf(there));
  if (!isThere) {
    if (there === null) makeFolder();
    else rmSync(file);
    giveName(from, file);
  }
  return howMade(key, mark);
}

/** The same file under a second name, where the disk allows it. */
function giveName(from: string, file: string): void {
  try {
    linkSync(from, file);
  } catch {
    copyFileSync(from, file);
  }
}

/** Opens a file of the new site for writing. What stands there under its name is the last site's own file, which stays as it is. */
export function openAnew(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  rmSync(file);
  return openSync(file, 'wx');
}
