import { constants, copyFileSync, linkSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyMoment, markOf } from '../../model/file-mark.ts';

/* A page that stays is the same file under a second name: which files of a site may stay, and how they get one. */

/** A site that stands, and the record of what its pages were made of. */
export interface Standing {
  readonly folder: string;
  readonly record: string;
}

/** A file in the record of a site. */
export interface RecordedFile {
  readonly name: string;
  /** What it was made of; '' for one that has none and is never taken over. */
  readonly key: string;
  /** How it stood when it was made: see `file-mark.ts`. */
  readonly mark: string;
}

/** The files in the record of a site, line by line: cut into lines at once, that of a large site takes several times its room. */
export function* filesIn(record: string): Generator<RecordedFile> {
  for (let from = 0, next = 0; from < record.length; from = next) {
    const end = record.indexOf('\n', from);
    next = end < 0 ? record.length : end + 1;
    const [name = '', key, mark = ''] = record.slice(from, end < 0 ? next : end).split('\t');
    // A line without a name tells of all pages of a language.
    if (name !== '' && key !== undefined) yield { name, key, mark };
  }
}

/** The files in the record of a site that may be taken over. */
export function* filesWithKey(record: string): Generator<RecordedFile> {
  for (const file of filesIn(record)) if (file.key !== '') yield file;
}

/** Puts a file into a folder, which is made where it is missing. */
function inFolder(name: string, folder: string, put: (there: string) => void): void {
  const there = join(folder, name);
  try {
    put(there);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(there), { recursive: true });
    put(there);
  }
}

/** Gives a file of one folder a second name in another. Fails where it is gone, its name there is taken, or the disk has no second names. */
export function giveSecondName(name: string, from: string, to: string): void {
  inFolder(name, to, (there) => linkSync(join(from, name), there));
}

/**
 * Gives a folder its own copy of a file of another one, which tells by its moment that it is one. Says whether it did: a file that does not
 * stand as it was recorded has none, and fails where it is gone.
 */
export function giveCopy(
  { name, mark }: Pick<RecordedFile, 'name' | 'mark'>,
  from: string,
  to: string,
): boolean {
  const stands = statSync(join(from, name), { bigint: true });
  if (markOf(stands) !== mark) return false;
  const moment = copyMoment(stands.mtimeNs);
  inFolder(name, to, (there) => {
    // What stands there could be the file itself under a second name.
    copyFileSync(join(from, name), there, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    utimesSync(there, moment, moment);
  });
  return true;
}
