import type { SiteFiles } from './difference.ts';

/** The files of a built site, or of one folder of it, by their addresses. */
export async function filesIn(site: string, under = ''): Promise<SiteFiles> {
  // Asked for here, not above: a browser, which has no disk to read, loads this file too.
  const { readdir, readFile } = await import('node:fs/promises');
  const { join, relative, sep } = await import('node:path');
  const entries = await readdir(join(site, under), { recursive: true, withFileTypes: true });
  return {
    names: entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort(),
    read: (name) => readFile(join(site, name)),
  };
}
