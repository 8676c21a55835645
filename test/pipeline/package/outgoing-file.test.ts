import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { asBytes } from '../../../src/pipeline/package/as-bytes.ts';
import { openOutgoing } from '../../../src/pipeline/package/outgoing-file.ts';
import { weighFile } from '../../../src/pipeline/package/weight.ts';

it.each([4, 16, 1 << 12])(
  'what is added comes to the disk in its order, whatever the room: %i bytes',
  (room) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaocha-outgoing-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'file');
    // What stood there before is gone.
    openOutgoing(path, room).add('something longer than any room');
    const file = openOutgoing(path, room);
    const added = ['a', 'bc', '', '发现一处', 'defghijkl'.repeat(9), 'm', 'n'];
    for (const text of added) file.add(asBytes(text));
    const weight = file.close();
    const bytes = readFileSync(path);
    expect(bytes.toString('utf8')).toBe(added.join(''));
    const own = {
      bytes: bytes.length,
      crc: crc32(bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    expect(weight).toEqual(own);
    expect(weighFile(path)).toEqual(own);
  },
);

it('a file to which nothing is added is there, and empty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-outgoing-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(openOutgoing(join(folder, 'file'), 8).close().bytes).toBe(0);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('');
});
