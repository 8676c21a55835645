import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { saysAsOf } from '../../model/says-as-of.ts';
import { filesWithKey, giveCopy, giveSecondName, type RecordedFile } from './second-names.ts';
import { spareName, sparesOf, type SpareTask } from './spare.ts';

/** A file that the spare is to have, and whether as a copy. */
interface Wanted extends RecordedFile {
  readonly copied: boolean;
}

/** How many times what is copied the disk must have room for: the next builds want theirs, too. */
const roomWanted = 4n;

/**
 * What the spare of a site is to have. Files that say of what day the data are have to be written when that day moves, and a new file
 * costs the disk far more than new words in one that is there: of those it has copies, where there is room for them.
 */
function wantedOf({ record, making }: SpareTask): Map<string, Wanted> {
  const files = Array.from(filesWithKey(readFileSync(record, 'utf8')));
  const bytes = files
    .filter(({ name }) => saysAsOf(name))
    .reduce((sum, { mark }) => sum + BigInt(mark.split(' ')[0] ?? ''), 0n);
  const { bavail, bsize } = statfsSync(dirname(making), { bigint: true });
  const isRoom = bavail * bsize > roomWanted * bytes;
  return new Map(files.map((file) => [file.name, { ...file, copied: isRoom && saysAsOf(file.name) }]));
}

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;

/**
 * Removes from what lies there all that is not a file of the site which may stay as it is, of the same name, and folders that this leaves
 * empty. What does stay is struck off `wanted`.
 */
function prune(task: SpareTask, wanted: Map<string, Wanted>, under = ''): void {
  const { folder, making } = task;
  let left = 0;
  for (const entry of readdirSync(join(making, under), { withFileTypes: true })) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    const path = join(making, name);
    if (entry.isDirectory()) {
      prune(task, wanted, name);
      if (existsSync(path)) left += 1;
    } else if (wanted.get(name)?.copied === false && inodeOf(path) === inodeOf(join(folder, name))) {
      wanted.delete(name);
      left += 1;
    } else rmSync(path);
  }
  if (left === 0) rmdirSync(join(making, under));
}

/** Removes the spares of other sites of this place, and what was left of those that were never ready. */
function clearOthers(task: SpareTask): void {
  for (const other of readdirSync(sparesOf(task)))
    if (other !== basename(task.making))
      rmSync(join(sparesOf(task), other), { recursive: true, force: true });
}

/**
 * Makes the spare of a site; see `spare.ts`. Where a file is gone, the disk is full, or another site takes its place meanwhile, there
 * is none, and the next build does without.
 */
export function makeSpare(task: SpareTask): void {
  const { folder, making } = task;
  try {
    const name = spareName(task);
    const stands = inodeOf(folder);
    clearOthers(task);
    const wanted = wantedOf(task);
    if (existsSync(making)) prune(task, wanted);
    mkdirSync(making, { recursive: true });
    for (const file of wanted.values())
      if (!file.copied || !giveCopy(file, folder, making)) giveSecondName(file.name, folder, making);
    if (spareName(task) !== name || inodeOf(folder) !== stands) throw new Error('another site stands there');
    renameSync(making, join(sparesOf(task), name));
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}
