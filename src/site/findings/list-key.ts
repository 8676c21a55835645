import type { ListPage } from './finding-lists.ts';
import type { Finding } from './findings.ts';
import { pageKey } from '../tables/page-key.ts';
import { rowKey } from '../tables/row-key.ts';

/** The key of a file of findings, by the rows that it holds. */
export function rowsKey(rows: readonly Finding[]): string {
  return pageKey(rows.map(rowKey).join('\n'));
}

/**
 * What a page of a list is made of, beside what all pages share: its rows, how many pages there are, and how the list is cut. The
 * first page has no key: it tells how many every list holds, which changes with every drop.
 */
export function listKey({ place, pages, cut, rows }: ListPage): string | undefined {
  return place === 0 ? undefined : pageKey(rowsKey(rows), JSON.stringify([pages.length, cut ?? '']));
}
