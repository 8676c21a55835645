import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { unpackFont } from '../../../src/site/preview/unpack-font.ts';

const { resolve } = createRequire(import.meta.url);
const woff = readFileSync(resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-500-normal.woff'));

/** The sum of a table, as the OpenType specification has it: of its whole numbers of four bytes. */
function checksum(table: Buffer): number {
  const whole = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

it('has every table where its directory says, with the sum that the font itself gives', () => {
  const font = unpackFont(woff);
  const count = font.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, place) => {
    const entry = 12 + place * 16;
    const [sum, from, length] = [4, 8, 12].map((offset) => font.readUInt32BE(entry + offset));
    return { name: font.toString('latin1', entry, entry + 4), sum, from: from ?? 0, length: length ?? 0 };
  });
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['cmap', 'head', 'glyf']));
  for (const { name, sum, from, length } of tables) {
    expect(from % 4).toBe(0);
    const table = Buffer.from(font.subarray(from, from + length));
    // The head holds a sum over the whole font, which its own leaves out.
    if (name === 'head') table.writeUInt32BE(0, 8);
    expect({ name, sum: checksum(table) }).toEqual({ name, sum });
  }
});

it('refuses what is no WOFF', () => {
  expect(() => unpackFont(Buffer.from('wOF2 and so on'))).toThrow('unpackFont needs a font in WOFF');
});
