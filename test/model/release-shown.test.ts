import { describe, expect, it } from 'vitest';
import { contentOf, isTakenBack, releaseShown, takenBackBy } from '../../src/model/release-shown.ts';

const day = '2026-06-30';
const release = (number: number, rolledBack: number | null = null) => ({
  release: String(number),
  cutoff: day,
  rolled_back: rolledBack,
});

describe('releaseShown', () => {
  it('is none before the first, and none where something has changed since or the data go further', () => {
    expect(releaseShown([], [], day)).toBeUndefined();
    expect(releaseShown([release(1)], [1, 2], day)).toBeUndefined();
    expect(releaseShown([release(1)], [1], '2026-09-30')).toBeUndefined();
  });

  it('is the last one', () => {
    expect(releaseShown([release(1), release(2)], [2], day)).toEqual(release(2));
  });

  it('is after a way back the one whose content stands again, however often it was put back', () => {
    const releases = [release(1), release(2), release(3, 1), release(4), release(5, 3)];
    expect(releaseShown(releases, [5], day)).toEqual(release(1));
    expect(contentOf(releases, releases[2])).toEqual(release(1));
  });
});

describe('takenBackBy', () => {
  it('is the first later release that went back to one before it', () => {
    const releases = [release(1), release(2), release(3), release(4, 2), release(5, 1)];
    expect(releases.map(({ release: number }) => takenBackBy(releases, Number(number))?.release)).toEqual([
      undefined,
      '5',
      '4',
      '5',
      undefined,
    ]);
  });

  it('is none of a release that had itself gone back to where a later one goes again', () => {
    const releases = [release(1), release(2), release(3, 1), release(4), release(5, 1)];
    expect(takenBackBy(releases, 3)).toBeUndefined();
    expect(isTakenBack(releases, 3)).toBe(false);
    expect(takenBackBy(releases, 4)?.release).toBe('5');
  });
});
