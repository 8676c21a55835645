import { asksNothing, type Problem } from '../../model/problem.ts';
import type { RecordedRelease } from '../../model/release.ts';

/** A drop as a record of a release names it. */
interface NamedDrop {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Whether a problem is still to be said. What asks nothing of anybody is said of a drop until a release has had it: after years of
 * drops, what has to be looked at would be lost among what never had to.
 */
export function stillToSay(
  drops: readonly NamedDrop[],
  releases: readonly RecordedRelease[],
): (problem: Problem) => boolean {
  const nameOf = ({ file, sha256 }: NamedDrop) => `${sha256} ${file}`;
  const released = new Set(releases.flatMap(({ record }) => record.inputs.map(nameOf)));
  const had = new Set(drops.filter((drop) => released.has(nameOf(drop))).map(({ file }) => file));
  return ({ code, file }) => !(asksNothing(code) && had.has(file));
}
