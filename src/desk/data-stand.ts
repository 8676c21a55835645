import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a site is made of; drops set aside and what is kept in the office are not. */
const parts = ['programme.yaml', 'drops', 'lookup', 'layouts', 'releases'];

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
  const marks = await Promise.all(parts.map((part) => marksIn(join(data, part))));
  return createHash('sha256').update(marks.flat().join('\n')).digest('base64url').slice(0, 22);
}
