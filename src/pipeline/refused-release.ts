import type { ReleaseRecord } from '../model/release.ts';
import type { Words } from '../model/words.ts';

/* Why a release or a way back is refused: by themselves, so that whoever only tells of it need not load what releases. */

/** Somebody else has released meanwhile: theirs stands, ours was not made. */
export class Overtaken extends Error {}

/** A release would be dated before the one it follows: a clock is wrong, or a date mistyped. */
export class DatedBefore extends Error {
  readonly publishedOn: string;
  readonly last: string;

  constructor(publishedOn: string, last: string) {
    super(`a release of ${publishedOn} cannot follow one of ${last}`);
    this.publishedOn = publishedOn;
    this.last = last;
  }
}

/** A release would be dated before the last day of which its data tell. */
export class DatedBeforeItsData extends Error {
  readonly publishedOn: string;
  readonly cutoff: string;

  constructor(publishedOn: string, cutoff: string) {
    super(`a release of ${publishedOn} cannot tell of ${cutoff}`);
    this.publishedOn = publishedOn;
    this.cutoff = cutoff;
  }
}

/** Somebody may be recognised by the note of a release. */
export class TellsOfSomebody extends Error {
  /** What kinds of personal data it holds. */
  readonly kinds: Words;
  /** The note, with whoever stands in it veiled. */
  readonly veiled: string;

  constructor(kinds: Words, veiled: string) {
    super('somebody may be recognised by the note');
    this.kinds = kinds;
    this.veiled = veiled;
  }
}

/** There is no earlier release. */
export class NoWayBack extends Error {}

/** The release that would go back was made by a version of this program that did not have all that pages need now. */
export class OfAnOlderVersion extends Error {
  readonly lacking: readonly { readonly table: string; readonly column: string }[];
  /** The version, with its commit where that is known. */
  readonly version: string;

  constructor(lacking: OfAnOlderVersion['lacking'], { version, commit }: ReleaseRecord['generator']) {
    super('the release before has not all columns that its pages would need');
    this.lacking = lacking;
    this.version = commit === '' ? version : `${version} (${commit})`;
  }
}

/** The release that would go back was written in other languages than the settings name now: its pages could not be made. */
export class OtherLanguages extends Error {
  readonly before: readonly string[];
  readonly now: readonly string[];

  constructor(before: readonly string[], now: readonly string[]) {
    super(`a release in ${before.join(', ')} cannot be shown in ${now.join(', ')}`);
    this.before = before;
    this.now = now;
  }
}

/** A finished site does not say what its own public files say: the fault is ours, and it is not published. */
export class CountsDiffer extends Error {}
