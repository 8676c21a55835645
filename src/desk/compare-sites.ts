import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { matterOf, titleOf } from './page-text.ts';

/** A page of one of two sites that the other has not, or has otherwise. */
export interface PageChange {
  /** Its address in both sites, as `/departments/hrss/`. */
  readonly address: string;
  readonly title: string;
  readonly is: 'changed' | 'new' | 'gone';
}

/** Pages of earlier releases are never changed; what a search or a frame of another page holds is shown elsewhere. */
const passedOver = /^(?:data\/releases|embed|[^/]+\/embed)\//;

async function pagesOf(site: string): Promise<Set<string>> {
  if (!existsSync(site)) return new Set();
  const names = await readdir(site, { recursive: true });
  return new Set(
    names
      .map((name) => name.split(sep).join('/'))
      .filter((name) => name.endsWith('.html') && !passedOver.test(name)),
  );
}

/**
 * The address of a page by its file.
 *
 * @example
 * addressOfPage('departments/hrss/index.html'); // => '/departments/hrss/'
 * addressOfPage('404.html'); // => '/404.html'
 */
export function addressOfPage(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The shortest addresses first: overviews before what they lead to. */
function inOrder(a: PageChange, b: PageChange): number {
  const depth = (address: string) => address.split('/').length;
  return depth(a.address) - depth(b.address) || (a.address < b.address ? -1 : 1);
}

/** How a new site differs from the live one, page by page. What stands around the matter of every page is passed over. */
export async function compareSites(live: string, made: string): Promise<PageChange[]> {
  const [before, after] = await Promise.all([pagesOf(live), pagesOf(made)]);
  const changes: PageChange[] = [];
  for (const file of new Set([...before, ...after])) {
    const old = before.has(file) ? await readFile(join(live, file), 'utf8') : null;
    const now = after.has(file) ? await readFile(join(made, file), 'utf8') : null;
    if (old !== null && now !== null && matterOf(old) === matterOf(now)) continue;
    const is = old === null ? 'new' : now === null ? 'gone' : 'changed';
    changes.push({ address: addressOfPage(file), title: titleOf(now ?? old ?? ''), is });
  }
  return changes.sort(inOrder);
}
