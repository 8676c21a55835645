import { createHash } from 'node:crypto';

/** The SHA-256 of some bytes or a text, as it stands in records, in the index and in the sums. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
