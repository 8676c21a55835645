import {
  closeSync,
  copyFileSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AsOf, Restate } from './restate.ts';

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

/** How a file stands on the disk: its size and the moment of its last change. Null where there is none. */
function markOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeNs}`;
}

/** How a file was made with a key, as the record of a site tells it. */
export function asMade(key: string, file: string): string {
  return howMade(key, markOf(file) ?? '');
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

/** Pictures say it, too, and are made of it; lists of rows do not. */
const saysAsOf = /\.(?:html|json)$/;

/**
 * Takes a file over from the last site if it was made of the same and stands as it was made: the same file under a second name
 * where the disk allows it, or one that says what is to be said now of the state of the data. It may have got its second name before. Tells
 * how it was made; null where it must be made anew.
 */
export function takeOver(
  { folder, made }: LastSite,
  name: string,
  key: string,
  { file, makeFolder }: { readonly file: string; readonly makeFolder: () => void },
  restate: Restate | null = null,
): string | null {
  const before = made.get(name);
  if (before === undefined || !before.startsWith(`${key}\t`)) return null;
  const from = [file, join(folder, name)].find((one) => before === asMade(key, one));
  if (from === undefined) return null;
  if (restate !== null && saysAsOf.test(name)) {
    const said = readFileSync(from, 'utf8');
    const says = restate(said);
    if (says !== said) {
      makeFolder();
      writeAnew(file, says);
      return asMade(key, file);
    }
  }
  if (from === file) return before;
  makeFolder();
  rmSync(file, { force: true });
  try {
    linkSync(from, file);
  } catch {
    copyFileSync(from, file);
  }
  return before;
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

function writeAnew(file: string, text: string): void {
  const opened = openAnew(file);
  try {
    writeFileSync(opened, text);
  } finally {
    closeSync(opened);
  }
}
