import { pageAddress } from './addresses/address.ts';
import { programme } from './programme.ts';

/** One thing that a page tells to machines, in the vocabulary of schema.org. */
export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };

/** A step on the way to a page: its name, and its path where it is another page. */
export interface Step {
  readonly name: string;
  readonly path?: string | undefined;
}

/** The address of a page with its host; null where the programme names no host. */
export function absoluteAddress(language: string, path: string): string | null {
  return programme.site ? `${programme.site}${pageAddress(language, path)}` : null;
}

/** The way from home to a page, for machines. Null where the site has no host or the way has no step. */
export function breadcrumbs(language: string, home: string, steps: readonly Step[]): Thing | null {
  if (programme.site === '' || steps.length === 0) return null;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: home, path: '' }, ...steps].map(({ name, path }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      ...(path === undefined ? {} : { item: absoluteAddress(language, path) }),
    })),
  };
}
