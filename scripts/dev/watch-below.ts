import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Every folder below one, and it itself; none where it is not there. */
function foldersBelow(top: string): string[] {
  try {
    const entries = readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [top, ...entries.flatMap(({ name }) => foldersBelow(join(top, name)))];
  } catch {
    return [];
  }
}

/**
 * Tells of each change of a file in a folder or below it, for as long as anything else keeps the program alive. Each folder is watched by itself: what Node
 * offers for all at once watches the files one by one on Linux, and loses one for good when an editor puts another in its place.
 */
export function watchBelow(top: string, changed: () => void): void {
  const watched = new Map<string, FSWatcher>();
  const follow = () => {
    const there = new Set(foldersBelow(top));
    for (const [folder, watcher] of watched)
      if (!there.has(folder)) {
        watcher.close();
        watched.delete(folder);
      }
    for (const folder of there)
      if (!watched.has(folder)) {
        const watcher = watch(folder, { persistent: false }, () => {
          follow();
          changed();
        });
        // A folder that is taken away is an error on Windows; the one above has told of it.
        watched.set(
          folder,
          watcher.on('error', () => {}),
        );
      }
  };
  follow();
}
