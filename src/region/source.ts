import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Where the package of a city is read: a site on the web, or a folder with a built site. */
export type Source =
  { readonly is: 'address'; readonly address: string } | { readonly is: 'folder'; readonly folder: string };

/**
 * What somebody wrote as the place of a site. The address of its first page does, with or without the slash or the name
 * of the file; a folder is taken from where the command was given. Null for what is neither.
 *
 * @example
 * sourceOf('https://example.org/officers', '/'); // => {"is":"address","address":"https://example.org/officers/"}
 * sourceOf('https://example.org/index.html', '/'); // => {"is":"address","address":"https://example.org/"}
 * sourceOf('ftp://example.org/', '/'); // => null
 */
export function sourceOf(given: string, from: string): Source | null {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) {
    if (!URL.canParse(given)) return null;
    const url = new URL(given);
    if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
      return null;
    url.search = '';
    url.hash = '';
    url.pathname = url.pathname.replace(/(?:index\.html)?$/, '').replace(/\/?$/, '/');
    return { is: 'address', address: url.href };
  }
  const folder = resolve(from, given);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return null;
  // Whoever names the folder of the downloads means the site around it.
  const isData = basename(folder) === 'data' && existsSync(join(folder, 'latest'));
  return { is: 'folder', folder: isData ? resolve(folder, '..') : folder };
}

/** How a source is named to whoever gave it. */
export function sourceName(source: Source): string {
  return source.is === 'address' ? source.address : source.folder;
}
