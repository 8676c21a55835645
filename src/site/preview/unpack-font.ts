import { inflateSync } from 'node:zlib';

/* The two forms of a font file: WOFF, as it is sent to browsers, and the plain one that programs read. */

const woffHead = 44;
const woffEntry = 20;
const plainHead = 12;
const plainEntry = 16;

/** Where a table of a font ends up: tables begin at every fourth byte. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

/**
 * Takes a font out of WOFF 1.0: the same tables in the same order, unpacked. What is no WOFF is refused.
 */
export function unpackFont(woff: Buffer): Buffer {
  if (woff.subarray(0, 4).toString('latin1') !== 'wOFF') throw new Error('unpackFont needs a font in WOFF');
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(plainHead + count * plainEntry);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * plainEntry, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * plainEntry, 10);
  const parts: Uint8Array[] = [head];
  let at = head.length;
  for (let place = 0; place < count; place += 1) {
    const entry = woffHead + place * woffEntry;
    const [from, packed, plain] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset)) as [
      number,
      number,
      number,
    ];
    const stored = woff.subarray(from, from + packed);
    const table = packed < plain ? inflateSync(stored) : stored;
    const own = plainHead + place * plainEntry;
    woff.copy(head, own, entry, entry + 4);
    woff.copy(head, own + 4, entry + 16, entry + 20);
    head.writeUInt32BE(at, own + 8);
    head.writeUInt32BE(plain, own + 12);
    parts.push(table, Buffer.alloc(padded(plain) - plain));
    at += padded(plain);
  }
  return Buffer.concat(parts);
}
