import { describe, expect, it } from 'vitest';
import { contentOf, releaseShown } from '../../src/model/release-shown.ts';

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
