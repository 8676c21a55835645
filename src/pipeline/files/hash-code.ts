import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * One hash of all files in some folders of this project, by their names and content, and of the Node that runs them.
 * What was made by other code is not used again.
 */
export async function hashCode(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths)
    for (const file of (await filesIn(join(root, path))).sort())
      hash.update(relative(root, file)).update(await readFile(file));
  return hash.digest('base64url');
}
