/** What verification looks at. */
export type Check =
  'hash' | 'form' | 'copy' | 'key' | 'total' | 'history' | 'recount' | 'protection' | 'page' | 'chain';

/** One thing that is not as it should be: where, what it should be, and what it is. */
export interface Difference {
  readonly check: Check;
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** A site as verification sees it: the names of its files, and what they hold. */
export interface SiteFiles {
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<Uint8Array>;
}
