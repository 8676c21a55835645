/** What a row of `releases.csv` says of its release, as far as it matters here. */
export interface ReleaseTold {
  readonly release: string | number;
  readonly cutoff: string;
  readonly rolled_back: number | null;
}

/** The release whose content one has: itself, or the earlier one that it put back, which may have put back another. */
export function contentOf<Told extends Omit<ReleaseTold, 'cutoff'>>(
  releases: readonly Told[],
  one: Told | undefined,
): Told | undefined {
  if (one === undefined || one.rolled_back === null) return one;
  return contentOf(
    releases,
    releases.find(({ release }) => Number(release) === one.rolled_back),
  );
}

/**
 * The release that took one back: the first later one that went back to before its content; undefined where none did.
 *
 * @example
 * const releases = [{ release: 1, rolled_back: null }, { release: 2, rolled_back: null }, { release: 3, rolled_back: 1 }];
 * takenBackBy(releases, 2)?.release; // => 3
 * takenBackBy(releases, 1); // => undefined
 */
export function takenBackBy<Told extends Omit<ReleaseTold, 'cutoff'>>(
  releases: readonly Told[],
  release: number,
): Told | undefined {
  const own = releases.find((one) => Number(one.release) === release);
  const content = Number(contentOf(releases, own)?.release ?? release);
  return releases.find(
    ({ release: later, rolled_back: to }) => to !== null && to < content && release < Number(later),
  );
}

/**
 * Whether a release was taken back: a later one went back to one before it.
 *
 * @example
 * isTakenBack([{ release: 2, rolled_back: null }, { release: 3, rolled_back: 1 }], 2); // => true
 * isTakenBack([{ release: 2, rolled_back: null }, { release: 3, rolled_back: 1 }], 1); // => false
 */
export function isTakenBack(
  releases: readonly Pick<ReleaseTold, 'release' | 'rolled_back'>[],
  release: number,
): boolean {
  return takenBackBy(releases, release) !== undefined;
}

/**
 * The release that a site shows: the last one, or the earlier one whose content it put back; undefined where there has been none,
 * or where the data have changed since. `changedWith` holds the number of the release with each row of `release_changes.csv`:
 * what is not released yet stands there under the next number.
 *
 * @example
 * const releases = [{ release: '1', cutoff: '2026-03-31', rolled_back: null }];
 * releaseShown(releases, [1], '2026-03-31')?.release; // => '1'
 * releaseShown(releases, [1, 2], '2026-03-31'); // => undefined
 * releaseShown(releases, [1], '2026-06-30'); // => undefined
 */
export function releaseShown<Told extends ReleaseTold>(
  releases: readonly Told[],
  changedWith: readonly number[],
  cutoff: string,
): Told | undefined {
  const last = releases.at(-1);
  const stands = last?.cutoff === cutoff && changedWith.every((release) => release <= Number(last.release));
  return stands ? contentOf(releases, last) : undefined;
}
