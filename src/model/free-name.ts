/**
 * A name that is not taken: the one that is wanted, or else that with the first number from 2 on.
 *
 * @example
 * freeName('tax', (name) => ['tax', 'tax-2'].includes(name)); // => 'tax-3'
 */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let free = wanted;
  for (let number = 2; isTaken(free); number += 1) free = `${wanted}-${number}`;
  return free;
}
