import { linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/* A page that stays is the same file under a second name: which files of a site may stay, and how they get one. */

/** A site that stands, and the record of what its pages were made of. */
export interface Standing {
  readonly folder: string;
  readonly record: string;
}

/** The files in the record of a site, and their keys; '' for one that has none and is never taken over. */
export function* filesIn(record: string): Generator<readonly [name: string, key: string]> {
  for (const line of record.split('\n')) {
    const [name = '', key] = line.split('\t');
    // A line without a name tells of all pages of a language.
    if (name !== '' && key !== undefined) yield [name, key];
  }
}

/** The names of the files in the record of a site that may be taken over. */
export function* namesWithKey(record: string): Generator<string> {
  for (const [name, key] of filesIn(record)) if (key !== '') yield name;
}

/** Gives a file of one folder a second name in another. Fails where it is gone, its name there is taken, or the disk has no second names. */
export function giveSecondName(name: string, from: string, to: string): void {
  const link = () => linkSync(join(from, name), join(to, name));
  try {
    link();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    link();
  }
}
