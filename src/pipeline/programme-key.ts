import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** What tells the files of one programme from those of another in a cache that they share: its folder, as sixteen letters. */
export function programmeKey(data: string): string {
  return createHash('sha256').update(resolve(data)).digest('hex').slice(0, 16);
}
