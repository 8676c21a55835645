import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Large pieces: the disk and not the asking for it should take the time. */
const pieceBytes = 1 << 20;

/**
 * A checksum over a text and some files, in their order, as text. It tells whether what was kept is still what was written: a disk
 * that fails or a copy that broke off changes it. It is no guard against people, for whom a cache holds nothing.
 */
export async function sealOf(text: string, paths: readonly string[]): Promise<string> {
  let sum = crc32(text);
  for (const path of paths)
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) sum = crc32(piece, sum);
  return sum.toString(16).padStart(8, '0');
}
