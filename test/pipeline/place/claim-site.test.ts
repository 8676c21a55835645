import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimSite, SiteTaken } from '../../../src/pipeline/place/claim-site.ts';
import { failureWords } from '../../../src/pipeline/failure-words.ts';

let folder = '';
const out = () => join(folder, 'site');
const claim = () => join(folder, 'site.at-work');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const gone = () => spawnSync(process.execPath, ['-e', '']).pid;
const markOf = (host: string, process: number) => JSON.stringify({ host, process });

describe('a site', () => {
  it('is made by one at a time; the other is told by whom', async () => {
    const first = await claimSite(out());
    const failure: unknown = await claimSite(out()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SiteTaken);
    const words = failureWords(failure)?.words;
    expect(words?.en).toContain(`${out()}: ${hostname()}, ${process.pid}`);
    expect(words?.zh).toContain('什么也没有动');
    await first.assure();
    await first.leave();
    expect(readdirSync(folder)).toEqual([]);
    await (await claimSite(out())).leave();
  });

  it.each([
    ['a process that has ended', () => markOf(hostname(), gone())],
    ['one that was cut off while it was written', () => '{"host":"a'],
    ['nobody', () => ''],
  ])('is taken over from %s', async (_, mark) => {
    writeFileSync(claim(), mark());
    const ours = await claimSite(out());
    await ours.assure();
    await ours.leave();
    expect(existsSync(claim())).toBe(false);
  });

  it('is taken over from another machine after an hour, and from a process number that may have gone to another', async () => {
    for (const mark of [markOf('another-machine', 1), markOf(hostname(), process.pid)]) {
      writeFileSync(claim(), mark);
      await expect(claimSite(out())).rejects.toBeInstanceOf(SiteTaken);
      const longAgo = new Date(Date.now() - 2 * 3_600_000);
      utimesSync(claim(), longAgo, longAgo);
      await (await claimSite(out())).leave();
    }
  });

  it('does not come out where another has taken us for dead meanwhile, as when the clock is put forward', async () => {
    const first = await claimSite(out());
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(claim(), longAgo, longAgo);
    const second = await claimSite(out());
    await expect(first.assure()).rejects.toBeInstanceOf(SiteTaken);
    await first.leave();
    await second.assure();
    await second.leave();
  });

  it('is made at a time when the clock is put back, too', async () => {
    const first = await claimSite(out());
    const nextYear = new Date(Date.now() + 365 * 86_400_000);
    utimesSync(claim(), nextYear, nextYear);
    await expect(claimSite(out())).rejects.toBeInstanceOf(SiteTaken);
    await first.leave();
    writeFileSync(claim(), markOf(hostname(), gone()));
    utimesSync(claim(), nextYear, nextYear);
    await (await claimSite(out())).leave();
  });
});
