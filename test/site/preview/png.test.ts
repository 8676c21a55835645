import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writePng, type Painted } from '../../../src/site/preview/png.ts';
import { fc } from '../../seeded-checks.ts';

/** The chunks of a file, each held against its checksum. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, end));
    at = end + 4;
  }
  return chunks;
}

/** The picture in a file, as a reader of the format has it. */
function read(bytes: Uint8Array): Painted {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const chunks = chunksOf(file);
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const head = chunks.get('IHDR') ?? Buffer.alloc(0);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  expect([...head.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const colours = chunks.get('PLTE') ?? Buffer.alloc(0);
  const pixels = Array.from({ length: height }, (_, line) => {
    const [filter, ...places] = lines.subarray(line * (width + 1), (line + 1) * (width + 1));
    expect(filter).toBe(0);
    return places.flatMap((place) => [...colours.subarray(3 * place, 3 * place + 3), 255]);
  });
  return { pixels: Uint8Array.from(pixels.flat()), width, height };
}

/** Pictures of lines that often repeat. */
const pictures = fc.integer({ min: 1, max: 12 }).chain((width) =>
  fc
    .array(
      fc.array(fc.constantFrom(0xffffff, 0x14191b, 0xb31c22, 1), { minLength: width, maxLength: width }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .chain((kinds) => fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 9 }))
    .map((lines): Painted => ({
      width,
      height: lines.length,
      pixels: Uint8Array.from(
        lines.flat().flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]),
      ),
    })),
);

/** A line of so many colours. */
const manyColours = (count: number): Painted => ({
  width: count,
  height: 1,
  pixels: Uint8Array.from(Array.from({ length: count }, (_, at) => [at & 255, at >> 8, 7, 255]).flat()),
});

describe('writePng', () => {
  it('gives a file that holds the picture, pixel by pixel', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const file = writePng(picture);
        expect(file && read(file)).toEqual(picture);
      }),
    );
  });

  it('takes 256 colours, and no more', () => {
    const most = manyColours(256);
    const file = writePng(most);
    expect(file && read(file)).toEqual(most);
    expect(writePng(manyColours(257))).toBeNull();
  });

  it('takes no picture that something shines through', () => {
    expect(writePng({ width: 1, height: 1, pixels: Uint8Array.from([1, 2, 3, 254]) })).toBeNull();
  });
});
