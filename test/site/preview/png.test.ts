import { describe, expect, it } from 'vitest';
import { writePng, type Picture } from '../../../src/site/preview/png.ts';
import { fc } from '../../seeded-checks.ts';
import { readPng } from './read-png.ts';

const byte = fc.nat(255);

/** Pictures of lines that often repeat. */
const pictures = fc
  .record({
    colours: fc.array(fc.tuple(byte, byte, byte), { minLength: 1, maxLength: 256 }),
    width: fc.integer({ min: 1, max: 12 }),
  })
  .chain(({ colours, width }) => {
    const line = fc.array(fc.nat(colours.length - 1), { minLength: width, maxLength: width });
    return fc
      .array(line, { minLength: 1, maxLength: 3 })
      .chain((kinds) => fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 9 }))
      .map((lines): Picture => {
        return { width, height: lines.length, colours, places: Uint8Array.from(lines.flat()) };
      });
  });

const ofColours = (count: number): Picture => ({
  width: 1,
  height: 1,
  colours: Array.from({ length: count }, (_, at) => [at & 255, at >> 8, 7]),
  places: Uint8Array.from([Math.min(count, 256) - 1]),
});

describe('writePng', () => {
  it('gives a file that holds the picture, pixel by pixel', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(readPng(writePng(picture))).toEqual(picture);
      }),
    );
  });

  it('takes 256 colours, and no more', () => {
    expect(readPng(writePng(ofColours(256)))).toEqual(ofColours(256));
    expect(() => writePng(ofColours(257))).toThrow('257 colours');
  });
});
