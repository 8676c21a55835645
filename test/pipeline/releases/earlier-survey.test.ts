import { describe, expect, it } from 'vitest';
import { tellingReleases } from '../../../src/pipeline/releases/earlier-survey.ts';
import type { EarlierRelease } from '../../../src/pipeline/releases/read-releases.ts';

/** A release, of which only its number and the one that it went back to are asked. */
const release = (number: number, rolledBack: number | null) =>
  ({ record: { release: number, rolled_back: rolledBack } }) as EarlierRelease;

describe('tellingReleases', () => {
  it('leaves out a way back: held against the release before, its people would seem to have left, and nothing could be released after it', () => {
    const releases = [release(1, null), release(2, null), release(3, 1), release(4, null)];
    expect(tellingReleases(releases).map(({ record }) => record.release)).toEqual([1, 2, 4]);
  });
});
