import { createHash } from 'node:crypto';

/** The key of a page, or of a part of one, by all that it is made of: while that stays, the page is taken over. */
export function pageKey(...madeOf: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of madeOf) hash.update(part).update('\n');
  return hash.digest('base64url').slice(0, 22);
}

/**
 * The key of a page of which parts go on by themselves: what stands, and after a point what goes on. Where only that differs, the page gets
 * these parts anew.
 *
 * @example
 * keyOf('of-this', ['12', '', '2026-09-30']); // => 'of-this.12,,2026-09-30'
 * keyOf('of-this', []); // => 'of-this'
 */
export function keyOf(standing: string, moving: readonly string[]): string {
  return moving.length === 0 ? standing : `${standing}.${moving.join(',')}`;
}

/**
 * What stands of a key.
 *
 * @example
 * standingOf('of-this.12,,2026-09-30'); // => 'of-this'
 */
export function standingOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}
