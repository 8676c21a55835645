import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDeflate } from '../../src/model/deflate.ts';
import { hashOf } from '../../src/pipeline/files/hash-of.ts';
import { fc } from '../seeded-checks.ts';

/** What comes of some pieces, and how often the end was told. */
function deflated(pieces: readonly Uint8Array[], effort = 5) {
  const parts: Uint8Array[] = [];
  const ends: boolean[] = [];
  const push = openDeflate(effort, (bytes, isLast) => {
    parts.push(bytes);
    ends.push(isLast);
  });
  for (const [place, piece] of pieces.entries()) push(piece, place === pieces.length - 1);
  return { bytes: Buffer.concat(parts), ends };
}

/** Bytes that look like chance, from whole numbers alone. */
function chance(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

const table = Buffer.from(
  Array.from(
    { length: 20_000 },
    (_, row) => `F-${row},2026-01-${(row % 28) + 1},大厅 ${row % 7},confirmed\r\n`,
  ).join(''),
);

describe('openDeflate', () => {
  it('gives bytes that unfold to what was pushed, whatever the pieces, empty ones included', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 12 }), (pieces) => {
        const { bytes, ends } = deflated(pieces);
        expect(inflateRawSync(bytes).equals(Buffer.concat(pieces))).toBe(true);
        expect(ends.filter(Boolean)).toEqual([true]);
        expect(ends.at(-1)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('takes a piece that is larger than its room, and one that does not get smaller', () => {
    for (const content of [chance(1_500_000), new Uint8Array(1_500_000)]) {
      const { bytes } = deflated([content]);
      expect(inflateRawSync(bytes).equals(content)).toBe(true);
    }
  });

  it('puts a checksum behind them where it is told to', () => {
    const parts: Uint8Array[] = [];
    openDeflate(5, (bytes) => parts.push(bytes), 'checked')(table, true);
    expect(inflateSync(Buffer.concat(parts)).equals(table)).toBe(true);
  });

  it('compresses two at once without mixing them', () => {
    const parts: Record<string, Uint8Array[]> = { one: [], other: [] };
    const one = openDeflate(5, (bytes) => parts['one']?.push(bytes));
    const other = openDeflate(1, (bytes) => parts['other']?.push(bytes));
    one(table, false);
    other(chance(50_000), true);
    one(table, true);
    expect(inflateRawSync(Buffer.concat(parts['one'] ?? [])).equals(Buffer.concat([table, table]))).toBe(
      true,
    );
    expect(inflateRawSync(Buffer.concat(parts['other'] ?? [])).equals(chance(50_000))).toBe(true);
  });

  it('gives these very bytes on every machine', () => {
    const { bytes } = deflated([table]);
    // As zlib 1.2.13 itself, by way of Python's zlib.compressobj(5, zlib.DEFLATED, -15, 8).
    expect([bytes.length, hashOf(bytes)]).toEqual([
      63_691,
      'b05a1340cc35f0e41cb80669da550fc7269e4967d1a83ad4ff2438a1f6925075',
    ]);
  });

  it('refuses an effort that zlib does not have', () => {
    expect(() => openDeflate(11, () => {})).toThrow('zlib could not begin to compress');
  });
});
