import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { piecesOf } from '../files/read-pieces.ts';

/** How large a file is, and by what its bytes are known. */
export interface Weight {
  readonly bytes: number;
  readonly crc: number;
  /** In hexadecimal digits, as it stands in the index and the sums. */
  readonly sha256: string;
}

/** Weighs bytes that come one piece after the other. */
export interface Scales {
  readonly add: (piece: Uint8Array) => void;
  /** What all of it weighs; nothing can be added afterwards. */
  readonly weight: () => Weight;
}

/** Begins to weigh. */
export function openScales(): Scales {
  const hash = createHash('sha256');
  let bytes = 0;
  let crc = 0;
  return {
    add: (piece) => {
      hash.update(piece);
      crc = crc32(piece, crc);
      bytes += piece.length;
    },
    weight: () => ({ bytes, crc, sha256: hash.digest('hex') }),
  };
}

/** Weighs a file that is there. */
export function weighFile(path: string): Weight {
  const scales = openScales();
  for (const piece of piecesOf(path)) scales.add(piece);
  return scales.weight();
}
