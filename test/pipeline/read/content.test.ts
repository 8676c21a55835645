import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chunkBytes, fileContent, headOf, wholeOf } from '../../../src/pipeline/read/content.ts';
import { gunzipped } from '../../../src/pipeline/read/gunzip.ts';

/** Several pieces of bytes of which no two are alike, and nothing can be packed away. */
const bytes = randomBytes(20 * chunkBytes + 7);

async function written(content: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'drop');
  await writeFile(path, content);
  return path;
}

describe('the content of a file, whose pieces all lie in the same memory,', () => {
  it('comes whole and in order to whoever looks at one piece after the other', async () => {
    const path = await written(bytes);
    const { open } = fileContent(path, 'drop');
    let place = 0;
    for await (const piece of open()) {
      expect(piece.equals(bytes.subarray(place, place + piece.length))).toBe(true);
      place += piece.length;
    }
    expect(place).toBe(bytes.length);
  });

  it('is kept as it was by those that hold several pieces at once', async () => {
    const content = fileContent(await written(bytes), 'drop');
    expect((await wholeOf(content)).equals(bytes)).toBe(true);
    expect((await headOf(content)).equals(bytes.subarray(0, 1 << 20))).toBe(true);
    const packed = fileContent(await written(gzipSync(bytes)), 'drop.gz');
    expect((await wholeOf(gunzipped(packed))).equals(bytes)).toBe(true);
  });
});
