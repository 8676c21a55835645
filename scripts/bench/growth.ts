/**
 * The power of its size that something grows with: the slope of a line through the logarithms of both.
 *
 * @example
 * growthOf([1, 4, 16], [2, 8, 32]); // => 1
 * growthOf([1, 4, 16], [1, 16, 256]); // => 2
 */
export function growthOf(given: readonly number[], taken: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [given.map(Math.log), taken.map(Math.log)];
  const [middle, height] = [mean(x), mean(y)];
  const slope = x.reduce((sum, one, place) => sum + (one - middle) * ((y[place] ?? 0) - height), 0);
  return slope / x.reduce((sum, one) => sum + (one - middle) ** 2, 0);
}
