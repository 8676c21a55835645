import { copyFileSync, linkSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A page is taken over from the last site when nothing that it is made of has changed. What it is made of beside that which all
 * pages share, its key says.
 */

/** The last site, as far as its pages can be taken over: how each was made, as its key and the mark of its file. */
export interface LastSite {
  readonly folder: string;
  readonly made: ReadonlyMap<string, string>;
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

/** Reads the record of the last site. The first line is not ours; without a record nothing is taken over. */
export function readLastSite(folder: string, record: string): LastSite {
  const made = new Map<string, string>();
  if (record !== '')
    for (const line of readFileSync(record, 'utf8').split('\n').slice(1)) {
      const end = line.indexOf('\t');
      if (end > 0 && !line.endsWith('\t')) made.set(line.slice(0, end), line.slice(end + 1));
    }
  return { folder, made };
}

/**
 * Takes a file over from the last site if it was made of the same and stands as it was made: the same file under a second name
 * where the disk allows it. It may have got that name before. Tells how it was made; null where it must be made anew.
 */
export function takeOver(
  { folder, made }: LastSite,
  name: string,
  key: string,
  { file, makeFolder }: { readonly file: string; readonly makeFolder: () => void },
): string | null {
  const before = made.get(name);
  if (before === undefined || !before.startsWith(`${key}\t`)) return null;
  if (before === asMade(key, file)) return before;
  const from = join(folder, name);
  if (before !== asMade(key, from)) return null;
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
