import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Settings } from '../../src/model/settings.ts';
import { build } from '../../src/pipeline/build.ts';
import { failureWords } from '../../src/pipeline/failure-words.ts';
import { runApart } from '../../src/pipeline/apart/run-apart.ts';
import { openThread } from '../../src/pipeline/take/take-apart.ts';
import { runFolder, writeProgramme } from './small-programme.ts';

/* Real processes and threads that are given too little memory. What is said of it must help; nothing may be lost. */

/** Threads get eight megabytes. */
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  class Poor extends real.Worker {
    constructor(program: string, options: import('node:worker_threads').WorkerOptions) {
      super(program, { ...options, resourceLimits: { maxOldGenerationSizeMb: 8 } });
    }
  }
  return { ...real, Worker: Poor };
});

const root = resolve(import.meta.dirname, '..', '..');
const given = process.execArgv;
afterEach(() => {
  process.execArgv = given;
});

const rows = Array.from({ length: 60_000 }, (_, place) => `R${place},2025-03-10,公安局,主动评价`);

async function programme(): Promise<string> {
  const folder = await writeProgramme({
    'drops/1.csv': `${['response_id,submitted_on,department,origin', ...rows].join('\n')}\n`,
  });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('too little memory', () => {
  it('in a thread that reads a drop: says so, and names the drop', async () => {
    const data = await programme();
    const settings = { layouts: [], lookups: {}, questions: [] } as unknown as Settings;
    const thread = openThread({ data, cache: data, settings });
    const failure: unknown = await thread.take('1.csv', () => {}).catch((error: unknown) => error);
    const { whose, words } = failureWords(failure) ?? {};
    expect(whose).toBe('data');
    expect(words?.zh).toContain('内存不够，做不下去了（1.csv）。原来的网站没有动');
    expect(words?.en).toContain('The memory ran out (1.csv). The last site stands.');
  });

  it('in the process that makes the tables: says so, and site and drops stand as they were', async () => {
    const data = await programme();
    const out = join(data, 'site');
    const mark = join(out, 'data', 'latest', 'programme.csv');
    await mkdir(join(mark, '..'), { recursive: true });
    await writeFile(mark, 'the last good site');
    process.execArgv = ['--max-old-space-size=10'];
    const options = { root, data, out, cache: join(data, 'cache'), version: '0' };
    const failure: unknown = await build({ ...options, make: runApart }).catch((error: unknown) => error);
    process.execArgv = given;
    expect(failureWords(failure)?.words.en).toContain('The memory ran out');
    expect(await readFile(mark, 'utf8')).toBe('the last good site');
    expect(existsSync(`${out}.at-work`)).toBe(false);
    // What the process has left in the cache is no obstacle.
    const { outcome } = await runFolder(data, { tables: null });
    expect(outcome.drops.map(({ account }) => account.used)).toEqual([rows.length]);
  });
});
