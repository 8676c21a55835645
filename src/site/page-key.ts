import { createHash } from 'node:crypto';

/** The key of a page, or of a part of one, by all that it is made of: while that stays, the page is taken over. */
export function pageKey(madeOf: string): string {
  return createHash('sha256').update(madeOf).digest('base64url').slice(0, 22);
}
