import { closeSync, openSync, readSync } from 'node:fs';

const readAtOnce = 1 << 18;

/** The bytes of a file, piece by piece: a large one is never in memory as a whole. A piece holds until the next is asked for. */
export function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const room = Buffer.allocUnsafe(readAtOnce);
    for (let read = readSync(file, room); read > 0; read = readSync(file, room)) yield room.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
