import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReleases, type EarlierRelease } from '../../../src/pipeline/releases/read-releases.ts';
import { toldBefore, type ReleaseMemory } from '../../../src/pipeline/releases/told-before.ts';
import { runFolder } from '../small-programme.ts';
import { recordRelease } from './record-release.ts';

const golden = join(import.meta.dirname, '../../golden/small-survey');

let folder: string;
let releases: readonly EarlierRelease[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-told-'));
  await cp(golden, folder, { recursive: true });
  await runFolder(folder);
  await recordRelease(folder);
  ({ releases } = await readReleases(folder));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('toldBefore', () => {
  it('is nothing before the first release', async () => {
    expect(await toldBefore([], undefined)).toEqual([]);
  });

  it('is what each release told of the survey, with the drops that it was made from', async () => {
    const [told] = await toldBefore(releases, undefined);
    expect(told).toMatchObject({ release: 1, periods: ['2025-05', '2025-06'] });
    expect([...(told?.drops ?? [])].sort()).toEqual(['survey.csv', 'transactions.csv', 'visits.csv']);
    expect(told?.answers.every((row) => row['question_id'] !== '')).toBe(true);
  });

  it('is read once by a process that remembers, and anew for a release that it has not met', async () => {
    const memory: ReleaseMemory = {};
    const [first] = await toldBefore(releases, memory);
    const [again] = await toldBefore(releases, memory);
    expect(again).toBe(first);
    const other = releases.map((release) => ({ ...release, sha256: 'of another record' }));
    const [anew] = await toldBefore(other, memory);
    expect(anew).not.toBe(first);
    expect(anew).toEqual(first);
    expect([...(memory.told?.keys() ?? [])]).toEqual(['of another record']);
  });
});
