import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { giveSecondName, namesWithKey } from './second-names.ts';
import { spareName, sparesOf, type SpareTask } from './spare.ts';

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;

/**
 * Removes from what lies there all that is not a file of the site which may stay, of the same name, and folders that this leaves empty.
 * What does stay is struck off `wanted`.
 */
function prune(task: SpareTask, wanted: Set<string>, under = ''): void {
  const { folder, making } = task;
  let left = 0;
  for (const entry of readdirSync(join(making, under), { withFileTypes: true })) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    const path = join(making, name);
    if (entry.isDirectory()) {
      prune(task, wanted, name);
      if (existsSync(path)) left += 1;
    } else if (wanted.has(name) && inodeOf(path) === inodeOf(join(folder, name))) {
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
  const { folder, record, making } = task;
  try {
    const name = spareName(task);
    const stands = inodeOf(folder);
    clearOthers(task);
    const wanted = new Set(namesWithKey(readFileSync(record, 'utf8')));
    if (existsSync(making)) prune(task, wanted);
    mkdirSync(making, { recursive: true });
    for (const file of wanted) giveSecondName(file, folder, making);
    if (spareName(task) !== name || inodeOf(folder) !== stands) throw new Error('another site stands there');
    renameSync(making, join(sparesOf(task), name));
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}
