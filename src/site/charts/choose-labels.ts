/**
 * Chooses which labels of an axis to print so that they do not touch: every second, third … counted from the last, because the
 * last period is what a reader came for.
 *
 * @example
 * chooseLabels([40, 40, 40, 40, 40], 120, 10); // => [0, 2, 4]
 * chooseLabels([40, 40, 40], 300, 10); // => [0, 1, 2]
 */
export function chooseLabels(widths: readonly number[], available: number, gap: number): number[] {
  const last = widths.length - 1;
  if (last < 1) return widths.map((_, index) => index);
  const distance = available / last;
  const widest = Math.max(...widths) + gap;
  const every = Math.max(1, Math.ceil(widest / distance));
  return widths.map((_, index) => index).filter((index) => (last - index) % every === 0);
}
