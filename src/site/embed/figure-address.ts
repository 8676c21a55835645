/** A figure on a page of the site. */
export interface FigureAddress {
  readonly page: URL;
  readonly id: string;
}

/**
 * Which figure an address asks to embed; null for one that names no page of this site. A page is a folder: a table
 * that anybody's words stand in must never be read as a page.
 *
 * @example
 * figureAddress(new URL('https://a.example/embed/?page=/survey/&id=grades'))?.page.href; // => 'https://a.example/survey/'
 * figureAddress(new URL('https://a.example/embed/?page=//b.example/&id=x')); // => null
 * figureAddress(new URL('https://a.example/embed/?page=/data/latest/findings.csv&id=x')); // => null
 */
export function figureAddress(address: URL): FigureAddress | null {
  const [asked, id] = [address.searchParams.get('page') ?? '', address.searchParams.get('id') ?? ''];
  if (!asked.startsWith('/') || id === '') return null;
  const page = URL.parse(asked, address.origin);
  if (page?.origin !== address.origin || !page.pathname.endsWith('/')) return null;
  page.search = page.hash = '';
  return { page, id };
}
