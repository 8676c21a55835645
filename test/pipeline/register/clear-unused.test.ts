import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { clearUnused } from '../../../src/pipeline/register/clear-unused.ts';
import { runSmall } from '../small-programme.ts';

const now = Date.UTC(2026, 10, 28);
const daysAgo = (days: number) => new Date(now - days * 86_400_000);

it('clears away what no run has used for long and what was never finished, and nothing else', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'zhaocha-cache-'));
  onTestFinished(() => rm(cache, { recursive: true }));
  for (const [name, days] of [
    ['unused', 61],
    ['used', 59],
    ['fresh', 0],
    ['begun.making-x', 2],
    ['being-written.making-y', 0],
  ] as const) {
    await mkdir(join(cache, name));
    await writeFile(join(cache, name, 'drop.json'), '{}');
    await utimes(join(cache, name), daysAgo(days), daysAgo(days));
  }
  await clearUnused(cache, now);
  expect((await readdir(cache)).sort()).toEqual(['being-written.making-y', 'fresh', 'used']);
});

it('keeps what a run uses, however long ago it was read', async () => {
  const drop =
    'finding_id,kind,found_on,title_zh,department,severity\nF1,problem,2025-04-21,等候太久,police,serious\n';
  const first = await runSmall({ 'drops/1.csv': drop });
  const cache = join(first.folder, 'cache');
  const kept = async () => (await readdir(cache)).filter((one) => !one.startsWith('untouched-'));
  const [name = ''] = await kept();
  const old = new Date(Date.now() - 59 * 86_400_000);
  await utimes(join(cache, name), old, old);
  await first.again();
  await clearUnused(cache, Date.now() + 30 * 86_400_000);
  expect(await kept()).toEqual([name]);
});
