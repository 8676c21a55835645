/** The most rows of one number that a page of counted rows shows, and the most of all of them together: the rest is in its file. */
const most = { ofOne: 100, ofAll: 1600 } as const;

/**
 * How many rows of each number a page shows, where so many are counted: as many of each as there is room for, so that the longest are
 * shortened first. After six years of months a department has a hundred and fifty numbers, and a problem stands behind three of them.
 *
 * @example
 * mostOfEach([3, 250, 7]); // => 100
 * mostOfEach(Array.from({ length: 60 }, () => 200)); // => 26
 */
export function mostOfEach(counts: readonly number[]): number {
  const shown = (each: number) => counts.reduce((all, count) => all + Math.min(count, each), 0);
  let each: number = most.ofOne;
  while (each > 1 && shown(each) > most.ofAll) each -= 1;
  return each;
}
