import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isCopyOf, markOf, type FileStands } from '../../model/file-mark.ts';
import { saysAsOf } from '../../model/says-as-of.ts';
import type { MovingPart } from '../markup/moving-part.ts';
import { standingOf } from '../tables/page-key.ts';
import { withParts, type AsOf, type Restate } from './restate.ts';

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

/** How the files of the last site come to say what is to be said now. */
export interface Restating {
  /** What all pages say of the state of the data; null where they say it already. */
  readonly all: Restate | null;
  /** What a page says anew each day by itself. */
  readonly partsOf: (name: string) => readonly MovingPart[];
}

/** Where a file of the new site goes. */
interface Place {
  readonly file: string;
  readonly makeFolder: () => void;
}

/** A file of the last site that stands as it was made. */
interface Found {
  readonly from: string;
  readonly size: number;
  /** Whether it is a copy that can be written to. */
  readonly isCopy: boolean;
}

/** Looks for a file with a mark where it may have got its second name, or a copy, and in the last site. */
function findAsMade(there: FileStands | null, file: string, original: string, mark: string): Found | null {
  if (there !== null && (isCopyOf(there, mark) || markOf(there) === mark))
    return { from: file, size: Number(there.size), isCopy: isCopyOf(there, mark) };
  const stands = standing(original);
  if (stands === null || markOf(stands) !== mark) return null;
  return { from: original, size: Number(stands.size), isCopy: false };
}

/** Room for one page at a time: to make and clear away a buffer for each takes as long as to read it. */
let room = Buffer.allocUnsafeSlow(1 << 18);

/** Reads a whole file of a size, until the next one is read; null where it is shorter than it was. */
function readWhole(opened: number, size: number): Buffer | null {
  if (size > room.length) room = Buffer.allocUnsafeSlow(size);
  let read = 0;
  while (read < size) {
    const more = readSync(opened, room, read, size - read, read);
    if (more === 0) return null;
    read += more;
  }
  return room.subarray(0, size);
}

/** What a page of the last site is to say now; null where it cannot be made to say it. */
function saysNow(page: Buffer, name: string, isMoved: boolean, { all, partsOf }: Restating): Buffer | null {
  const moved = isMoved ? withParts(page, partsOf(name)) : page;
  return moved === null ? null : (all?.(moved) ?? moved);
}

/**
 * Has a page of the last site say what is to be said now. Written into the copy that stands there, or anew. Says whether it had to be, or
 * null where the page must be made anew.
 */
function restated(
  { from, size, isCopy }: Found,
  place: Place,
  says: (page: Buffer) => Buffer | null,
): boolean | null {
  const opened = openSync(from, isCopy ? 'r+' : 'r');
  let now: Buffer | null;
  try {
    const page = readWhole(opened, size);
    now = page && says(page);
    if (now === null) return null;
    if (now === page) return false;
    if (isCopy) {
      // The page was read by its places, so that the file still stands at its beginning.
      writeFileSync(opened, now);
      if (now.length < size) ftruncateSync(opened, now.length);
    }
  } finally {
    closeSync(opened);
  }
  // Some systems let nobody take the place of a file that is open.
  if (!isCopy) putAnew(place, (file) => writeFileSync(file, now, { flag: 'wx' }));
  return true;
}

/** Puts a file in place of what stands there, if anything does. */
function putAnew({ file, makeFolder }: Place, put: (file: string) => void): void {
  if (standing(file) === null) makeFolder();
  else rmSync(file);
  put(file);
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
  place: Place,
  restating: Restating,
): string | null {
  const [madeOf, mark] = made.get(name)?.split('\t') ?? [];
  if (madeOf === undefined || mark === undefined || standingOf(madeOf) !== standingOf(key)) return null;
  const there = standing(place.file);
  const found = findAsMade(there, place.file, join(folder, name), mark);
  if (found === null) return null;
  const isMoved = madeOf !== key;
  if (isMoved || (restating.all !== null && saysAsOf(name))) {
    const isNew = restated(found, place, (page) => saysNow(page, name, isMoved, restating));
    if (isNew === null) return null;
    if (isNew) return asMade(key, place.file);
  }
  if (found.isCopy && there !== null) return howMade(key, markOf(there));
  if (found.from !== place.file) putAnew(place, (file) => giveName(found.from, file));
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

/**
 * Opens a file of the new site for writing. What stands there under its name may be the last site's own file, which stays as it is; a copy
 * is written over.
 */
export function openAnew({ made }: LastSite, name: string, file: string): number {
  const [, mark = ''] = made.get(name)?.split('\t') ?? [];
  const there = standing(file);
  if (there !== null && isCopyOf(there, mark)) return openSync(file, 'w');
  if (there !== null) rmSync(file);
  return openSync(file, 'wx');
}
