/**
 * The rows of a funnel's limits that a page draws: the first, the last, and between them each that has an eighth more cases than the one
 * before. They come at even distances, but a funnel bends at its mouth only: past it the line between two of these is that of all.
 *
 * @example
 * const drawn = drawnLimits([10, 20, 30, 160, 170, 180, 190].map((base) => ({ base })));
 * drawn.map(({ base }) => base); // => [10, 20, 30, 160, 180, 190]
 */
export function drawnLimits<Row extends { readonly base: number | null }>(rows: readonly Row[]): Row[] {
  let before = 0;
  return rows.filter(({ base }, place) => {
    if ((base ?? 0) < before * 1.125 && place < rows.length - 1) return false;
    before = base ?? 0;
    return true;
  });
}
