import { crc32, inflateSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Picture } from '../../../src/site/preview/png.ts';

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

/** The picture in a PNG with a table of colours, as a reader of the format has it. */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const chunks = chunksOf(file);
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const head = chunks.get('IHDR') ?? Buffer.alloc(0);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  expect([...head.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
  const table = chunks.get('PLTE') ?? Buffer.alloc(0);
  const colours = Array.from({ length: table.length / 3 }, (_, place) => [
    ...table.subarray(3 * place, 3 * place + 3),
  ]);
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  expect(lines.length).toBe(height * (width + 1));
  const places = new Uint8Array(width * height);
  for (let line = 0; line < height; line += 1) {
    const start = line * (width + 1);
    expect(lines[start]).toBe(0);
    places.set(lines.subarray(start + 1, start + 1 + width), line * width);
  }
  return { width, height, colours, places };
}
