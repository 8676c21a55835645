/**
 * Chooses which labels of an axis to print so that they do not touch: every second, third … counted from the last, because the
 * last period is what a reader came for. Where fewer than three have room, the first and the last: a line through the years needs its beginning.
 *
 * @example
 * chooseLabels([40, 40, 40, 40, 40], 120, 10); // => [0, 2, 4]
 * chooseLabels([40, 40, 40], 300, 10); // => [0, 1, 2]
 * chooseLabels([40, 40, 40, 40, 40, 40], 110, 10); // => [0, 5]
 */
export function chooseLabels(widths: readonly number[], available: number, gap: number): number[] {
  const last = widths.length - 1;
  if (last < 1) return widths.map((_, index) => index);
  const distance = available / last;
  const widest = Math.max(...widths);
  const every = Math.max(1, Math.ceil((widest + gap) / distance));
  if (2 * every > last && 2 * widest + gap <= available) return [0, last];
  return widths.map((_, index) => index).filter((index) => (last - index) % every === 0);
}
