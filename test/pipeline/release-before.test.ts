import { describe, expect, it } from 'vitest';
import { releaseBefore } from '../../src/pipeline/release.ts';
import type { EarlierRelease } from '../../src/pipeline/releases/read-releases.ts';

/** A release, of which only its number and the one that it went back to are asked. */
const release = (number: number, rolledBack: number | null = null) =>
  ({ record: { release: number, rolled_back: rolledBack } }) as EarlierRelease;

const goesBackTo = (...releases: EarlierRelease[]) => releaseBefore(releases)?.record.release;

describe('releaseBefore', () => {
  it('is the release before the last one; there is none before the first', () => {
    expect(goesBackTo(release(1), release(2))).toBe(1);
    expect(goesBackTo(release(1))).toBeUndefined();
    expect(goesBackTo()).toBeUndefined();
  });

  it('goes on from the release that stands again: a second way back does not bring the withdrawn one', () => {
    expect(goesBackTo(release(1), release(2), release(3), release(4, 2))).toBe(1);
    expect(goesBackTo(release(1), release(2), release(3, 1))).toBeUndefined();
  });

  it('names the release whose content stood before, where that had been put back itself', () => {
    expect(goesBackTo(release(1), release(2), release(3, 1), release(4))).toBe(1);
  });
});
