import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { build } from '../../src/pipeline/build.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { onePage } from './release-quickly.ts';

/* A site with a folder that nobody may read stops a build; root may read everything, so the refusal is played. */

vi.mock('../../src/pipeline/place/assure-room.ts', async (original) => ({
  ...(await original<object>()),
  bytesIn: () => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  },
}));

it('ends a build only when the tables are made: nothing is left in the folder that is cleared away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-unreadable-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let ended = false;
  const make = async (): Promise<Outcome> => {
    await wait(100);
    ended = true;
    return { settings: null, problems: [], more: [], drops: [], fatal: true, published: false };
  };
  const places = { data: join(folder, 'data'), cache: join(folder, 'cache'), out: join(folder, 'site') };
  await expect(build({ root: folder, version: '0.0.0', ...places, make, pages: onePage })).rejects.toThrow(
    'EACCES',
  );
  expect(ended).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('making'))).toEqual([]);
});
