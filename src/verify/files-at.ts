import type { ReleaseRecord } from '../model/release.ts';
import { releaseFiles } from '../model/release-files.ts';
import type { SiteFiles } from './difference.ts';
import { cell, rowsOf } from './read-table.ts';

/** Which files of a site on the web are looked at: the downloads alone, or every page that a link leads to as well. */
export type Extent = 'data' | 'pages';

type Read = SiteFiles['read'];

/** How many files are fetched at once. */
const atOnce = 6;

/** Fetches the files of a site; what is not there is told by its address. */
export function readerAt(address: string): Read {
  return async (name) => {
    const response = await fetch(new URL(name, address));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** Only what is there: a file that is missing is told by the check that wants it. */
async function ifThere(read: Read, name: string): Promise<Uint8Array | null> {
  return read(name).catch(() => null);
}

/** The downloads, as their index and the records of the releases name them. What `read` does not find is told by the check that wants it. */
export async function dataNames(read: Read): Promise<string[]> {
  const own = ['data/index.csv', 'data/latest/SHA256SUMS'];
  const index = await ifThere(read, 'data/index.csv');
  const listed = index === null ? [] : rowsOf(index).map((row) => `data/${cell(row, 'file')}`);
  const releases = await ifThere(read, 'data/latest/releases.csv');
  const numbers = releases === null ? [] : rowsOf(releases).map((row) => Number(cell(row, 'release')));
  const recorded: string[] = [];
  for (const number of numbers) {
    const folder = `data/releases/${number}`;
    const record = await ifThere(read, `${folder}/${releaseFiles.record}`);
    if (record === null) continue;
    const { tables } = JSON.parse(new TextDecoder().decode(record)) as ReleaseRecord;
    const names = [...Object.values(releaseFiles), ...tables.map(({ table }) => `${table}.csv`)];
    recorded.push(...names.map((name) => `${folder}/${name}`));
  }
  return [...new Set([...own, ...listed, ...recorded])];
}

/** The pages of the site to which a page leads. */
function linkedPages(html: string, page: URL, base: URL): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"#?]*)[^"]*"/g)].flatMap(([, href = '']) => {
    if (href === '' || !URL.canParse(href, page)) return [];
    const address = new URL(href.replaceAll('&amp;', '&'), page);
    const inside = address.href.startsWith(base.href) && address.pathname.endsWith('/');
    return inside ? [decodeURI(address.href.slice(base.href.length))] : [];
  });
}

/** Every page that can be reached from the first one by its links. None is held: a large site has more than a phone can. */
async function reachablePages(read: Read, base: URL, tell: (found: number) => void): Promise<string[]> {
  const pages: string[] = [];
  const seen = new Set(['']);
  const waiting = [''];
  while (waiting.length > 0) {
    const now = waiting.splice(0, atOnce);
    const fetched = await Promise.all(now.map((path) => ifThere(read, `${path}index.html`)));
    for (const [place, bytes] of fetched.entries()) {
      const path = now[place] ?? '';
      if (bytes === null) continue;
      pages.push(`${path}index.html`);
      const linked = linkedPages(new TextDecoder().decode(bytes), new URL(path, base), base);
      for (const next of linked.filter((one) => !seen.has(one))) {
        seen.add(next);
        waiting.push(next);
      }
    }
    tell(pages.length);
  }
  return pages;
}

/** The files of a site on the web, as its own lists and links name them. */
export async function filesAt(
  address: string,
  extent: Extent,
  tell: (found: number) => void,
): Promise<SiteFiles> {
  const base = new URL(address);
  const read = readerAt(address);
  const pages = extent === 'pages' ? await reachablePages(read, base, tell) : [];
  return { names: [...(await dataNames(read)), ...pages], read };
}
