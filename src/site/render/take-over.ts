import { copyFileSync, linkSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A page is taken over from the last site when nothing that it is made of has changed. What it is made of beside that which all
 * pages share, its key says.
 */

/** How a page of the last site was made: its key, and the mark of its file. */
interface Made {
  readonly key: string;
  readonly mark: string;
}

/** The last site, as far as its pages can be taken over. */
export interface LastSite {
  readonly folder: string;
  readonly made: ReadonlyMap<string, Made>;
}

/** How a file stands on the disk: its size and the moment of its last change. Null where there is none. */
function markOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeNs}`;
}

/** One line of the record of a site, for the build after this one. */
export function recordLine(name: string, key: string, file: string): string {
  return `${name}\t${key}\t${markOf(file) ?? ''}\n`;
}

/** Reads the record of the last site. The first line is not ours; without a record nothing is taken over. */
export function readLastSite(folder: string, record: string): LastSite {
  const made = new Map<string, Made>();
  if (record !== '')
    for (const line of readFileSync(record, 'utf8').split('\n').slice(1)) {
      const [name = '', key = '', mark = ''] = line.split('\t');
      if (mark !== '') made.set(name, { key, mark });
    }
  return { folder, made };
}

/**
 * Takes a file over from the last site if it was made of the same and stands as it was made: the same file under a second name
 * where the disk allows it. Tells whether it did.
 */
export function takeOver({ folder, made }: LastSite, name: string, key: string, file: string): boolean {
  const before = made.get(name);
  if (before === undefined || before.key !== key) return false;
  const from = join(folder, name);
  if (markOf(from) !== before.mark) return false;
  try {
    linkSync(from, file);
  } catch {
    copyFileSync(from, file);
  }
  return true;
}
