import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assureRoom, bytesIn } from '../../../src/pipeline/place/assure-room.ts';
import { machineFailure } from '../../../src/pipeline/machine-failure.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-room-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exabyte = 1e18;

describe('assureRoom', () => {
  it('is content where there is room, also for folders that are still to be made, and leaves nothing', async () => {
    await assureRoom([
      { folder, bytes: 1000 },
      { folder: join(folder, 'to', 'be', 'made'), bytes: 1000 },
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says how much is needed and how much is left, in words that help', async () => {
    const failure: unknown = await assureRoom([{ folder, bytes: exabyte }]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'ENOSPC', path: folder, needed: exabyte });
    const { words, whose } = machineFailure(failure) ?? {};
    expect(whose).toBe('data');
    expect(words?.zh).toMatch(
      /^磁盘满了（.*zhaocha-room-.*）：要 1000000000000 MB，只剩 \d+ MB。原来的网站没有动/,
    );
    expect(words?.en).toMatch(/1000000000000 MB are needed, \d+ MB are left/);
  });

  it('adds up what goes to one disk', async () => {
    const { free } = (await assureRoom([{ folder, bytes: exabyte }]).catch((error: unknown) => error)) as {
      readonly free: number;
    };
    const needs = [
      { folder, bytes: free * 0.8 },
      { folder: join(folder, 'other'), bytes: free * 0.8 },
    ];
    for (const one of needs) await assureRoom([one]);
    await expect(assureRoom(needs)).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('fails where no file can be made, as a file in the place of a folder', async () => {
    await expect(assureRoom([{ folder: '/proc/1', bytes: 0 }])).rejects.toMatchObject({ path: '/proc/1' });
  });
});

describe('bytesIn', () => {
  it('adds up files at any depth; nothing is 0', () => {
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(join(folder, 'a', 'one'), '12345');
    writeFileSync(join(folder, 'a', 'b', 'two'), '123');
    expect(bytesIn(join(folder, 'a'))).toBe(8);
    expect(bytesIn(join(folder, 'nowhere'))).toBe(0);
  });

  it('takes some of thousands of findings for all, and nothing large among them for its like', () => {
    const findings = join(folder, 'a', 'findings');
    const pages = Array.from({ length: 2100 }, (_, place) => 'x'.repeat(90 + (place % 21)));
    for (const [place, page] of pages.entries()) {
      mkdirSync(join(findings, String(place)), { recursive: true });
      writeFileSync(join(findings, String(place), 'index.html'), page);
    }
    const all = pages.join('').length;
    expect(Math.abs(bytesIn(findings) - all) / all).toBeLessThan(0.05);
    // A list beside them is looked at or not: it counts once or, which is harmless, not at all.
    const list = 500_000;
    for (const name of readdirSync(findings).slice(0, 40))
      writeFileSync(join(findings, name, 'list'), 'x'.repeat(list));
    expect(bytesIn(findings)).toBeLessThan(1.05 * all + 40 * list);
  });
});
