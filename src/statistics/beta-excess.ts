/** Factor that cuts a floating point number into two halves whose products are exact (Veltkamp). */
const splitter = 134217729;

function upperHalf(value: number): number {
  const scaled = splitter * value;
  return scaled - (scaled - value);
}

/** What the floating point product leaves out (Dekker). */
function productError(left: number, right: number, product: number): number {
  const leftHigh = upperHalf(left);
  const leftLow = left - leftHigh;
  const rightHigh = upperHalf(right);
  const rightLow = right - rightHigh;
  return leftHigh * rightHigh - product + leftHigh * rightLow + leftLow * rightHigh + leftLow * rightLow;
}

/** What the floating point sum leaves out (Knuth). */
function sumError(left: number, right: number, sum: number): number {
  const added = sum - left;
  return left - (sum - added) + (right - added);
}

/**
 * Excess over the mean of a beta distribution, to full accuracy.
 *
 * Question: how large is (a + b) x - a? Near the mean the two terms cancel, and with a thousand million trials
 * the plain formula leaves too few digits for a tail area; not needed where only a rough value counts.
 *
 * Method: error-free products and sums (Dekker 1971, Knuth) instead of plain ones.
 *
 * Edges: 0 exactly at the mean; shapes up to 1e15.
 *
 * @example
 * betaExcess(0.25, 1, 3) // => 0
 * betaExcess(0.1, 1e8, 9e8) // => 5.551115123125783e-9
 */
export function betaExcess(x: number, a: number, b: number): number {
  const total = a + b;
  const product = total * x;
  return product - a + productError(total, x, product) + sumError(a, b, total) * x;
}
