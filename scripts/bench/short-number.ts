/**
 * A whole number in as few signs as a table or a chart has room for.
 *
 * @example
 * shortNumber(300); // => '300'
 * shortNumber(25_000); // => '25 k'
 * shortNumber(10_000_000); // => '10 M'
 */
export function shortNumber(number: number): string {
  if (number >= 1e6) return `${Number((number / 1e6).toPrecision(3))} M`;
  if (number >= 1e4) return `${Number((number / 1e3).toPrecision(3))} k`;
  return number.toLocaleString('en-US');
}
