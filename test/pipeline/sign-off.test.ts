import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSignOffs, signOff } from '../../src/pipeline/sign-off.ts';

describe('signOff', () => {
  it('adds who released what to a list in the office, which any spreadsheet opens without running it', async () => {
    const data = await mkdtemp(join(tmpdir(), 'zhaocha-signed-'));
    onTestFinished(() => rm(data, { recursive: true }));
    expect(await readSignOffs(data)).toEqual([]);
    const first = { release: 1, version: '1.0.0', at: '2026-05-01T04:00:00.000Z', by: '张三, 李四' };
    await signOff(data, first);
    await signOff(data, { ...first, release: 2, by: '=1+1' });
    expect(await readFile(join(data, 'sign-offs.csv'), 'utf8')).toBe(
      `release,version,at,by\n1,1.0.0,2026-05-01T04:00:00.000Z,"张三, 李四"\n2,1.0.0,2026-05-01T04:00:00.000Z,"'=1+1"\n`,
    );
    expect((await readSignOffs(data)).map(({ release, by }) => [release, by])).toEqual([
      [1, '张三, 李四'],
      [2, "'=1+1"],
    ]);
  });

  it('begins a line of its own where an editor has left out the last line break', async () => {
    const data = await mkdtemp(join(tmpdir(), 'zhaocha-signed-'));
    onTestFinished(() => rm(data, { recursive: true }));
    const file = join(data, 'sign-offs.csv');
    await writeFile(file, 'release,version,at,by\n1,1.0.0,2026-05-01T04:00:00.000Z,张三');
    await signOff(data, { release: 2, version: '1.1.0', at: '2026-06-01T04:00:00.000Z', by: '李四' });
    expect((await readSignOffs(data)).map(({ release, by }) => [release, by])).toEqual([
      [1, '张三'],
      [2, '李四'],
    ]);
  });
});
