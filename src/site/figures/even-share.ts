/**
 * How many of each group are shown where there is no room for all: the most that every group may have, so that small groups stand
 * whole and only the large ones are cut.
 *
 * @param sizes the sizes of the groups
 * @param room how many there is room for in all
 *
 * @example
 * evenShare([3, 50, 100], 60); // => 28
 * evenShare([3, 50], 60); // => 50
 */
export function evenShare(sizes: readonly number[], room: number): number {
  let left = room;
  const rising = sizes.toSorted((one, other) => one - other);
  for (const [place, size] of rising.entries()) {
    const share = Math.floor(left / (rising.length - place));
    if (size > share) return share;
    left -= size;
  }
  return rising.at(-1) ?? 0;
}
