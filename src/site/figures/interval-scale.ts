/** Where the line of an interval strip may end. */
const ends = [0.1, 0.2, 0.3, 0.5, 1] as const;

/**
 * The end of the line on which the intervals of a column are drawn: short enough that small rates can be told apart,
 * the same for every row.
 *
 * @example
 * intervalScale([{ high: 0.07 }, { high: 0.121 }, { high: null }]); // => 0.2
 * intervalScale([]); // => 0.1
 */
export function intervalScale(figures: readonly ({ readonly high: number | null } | undefined)[]): number {
  const most = Math.max(0, ...figures.map((figure) => figure?.high ?? 0));
  return ends.find((end) => most <= end) ?? 1;
}
