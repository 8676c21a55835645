import { createHash } from 'node:crypto';

/** The key of a page, or of a part of one, by all that it is made of: while that stays, the page is taken over. */
export function pageKey(...madeOf: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of madeOf) hash.update(part).update('\n');
  return hash.digest('base64url').slice(0, 22);
}
