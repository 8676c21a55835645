import type { SiteFiles } from './difference.ts';

/**
 * The files of a built site, or of one folder of it, by their addresses. Folders that `enter` refuses are not gone through: a
 * large site has tens of thousands for findings alone.
 */
export async function filesIn(
  site: string,
  under = '',
  enter: (folder: string) => boolean = () => true,
): Promise<SiteFiles> {
  // Asked for here, not above: a browser, which has no disk to read, loads this file too.
  const { readdir, readFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const names: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(site, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) names.push(name);
      else if (entry.isDirectory() && enter(name)) await walk(name);
    }
  };
  await walk(under.replaceAll('\\', '/'));
  return { names: names.sort(), read: (name) => readFile(join(site, name)) };
}
