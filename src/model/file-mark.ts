/*
 * How a file of a site stands on the disk, and how one does that is a copy of it. A page that is taken over and only says a later day is
 * written into its copy, where there is one: what it is a copy of must never be written to, and a second name of that is no copy.
 */

/** What the disk tells of a file: its size and the moment of its last change, in nanoseconds. */
export interface FileStands {
  readonly size: bigint;
  readonly mtimeNs: bigint;
}

/**
 * The mark of a file: another size or moment is another mark.
 *
 * @example
 * markOf({ size: 5n, mtimeNs: 1_500_000n }); // => '5 1500000'
 */
export function markOf({ size, mtimeNs }: FileStands): string {
  return `${size} ${mtimeNs}`;
}

const aMillisecond = 1_000_000n;

const millisecondOf = (mtimeNs: bigint) => mtimeNs / aMillisecond;

/**
 * The moment that a copy of a file is given as that of its last change, in seconds: within the millisecond after that of the file, in its
 * middle, as disks and programs round.
 *
 * @example
 * copyMoment(1_764_500_000_123_456_789n); // => 1764500000.1245
 */
export function copyMoment(mtimeNs: bigint): number {
  return (Number(millisecondOf(mtimeNs)) + 1.5) / 1000;
}

/**
 * Whether a file is a copy of that with a mark, by its moment. The same file under a second name has the moment of the first, and is none,
 * whatever the disk tells of names.
 *
 * @example
 * isCopyOf({ size: 5n, mtimeNs: 2_500_000n }, '5 1700000'); // => true
 * isCopyOf({ size: 5n, mtimeNs: 1_700_000n }, '5 1700000'); // => false
 */
export function isCopyOf({ size, mtimeNs }: FileStands, mark: string): boolean {
  const [, sizeOfOther, moment] = /^(\d+) (\d+)$/.exec(mark) ?? [];
  return (
    moment !== undefined &&
    sizeOfOther === String(size) &&
    millisecondOf(mtimeNs) === millisecondOf(BigInt(moment)) + 1n
  );
}
