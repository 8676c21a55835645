import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is written by the office: settings, drops, lists, layouts. What is set aside is not among it. */
const inputs = ['programme.yaml', 'drops', 'lookup', 'layouts'];

/** What a site is made of: the releases so far, too. */
const parts = [...inputs, 'releases'];

async function marksIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  return (await Promise.all(names.map((name) => marksIn(join(path, name))))).flat();
}

/**
 * A mark that changes whenever a file that the site is made of is added, removed or written: by the desk, a command, or
 * somebody with a spreadsheet program. What was checked or previewed holds only as long as it stays.
 */
export async function dataStand(data: string): Promise<string> {
  return await standOf(data, parts);
}

async function standOf(data: string, of: readonly string[]): Promise<string> {
  const marks = await Promise.all(of.map((part) => marksIn(join(data, part))));
  return createHash('sha256').update(marks.flat().join('\n')).digest('base64url').slice(0, 22);
}

/**
 * Remembers how the inputs of a release stand. The function that is given back tells whether they still stand so: a
 * release itself adds to the releases, but nobody may change what it is made of while it is being made.
 */
export async function watchInputs(data: string): Promise<() => Promise<boolean>> {
  const before = await standOf(data, inputs);
  return async () => (await standOf(data, inputs)) === before;
}
