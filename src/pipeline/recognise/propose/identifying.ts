/** Patterns of cells that lead to a person: address, telephone, identity number, IP address, place. */
const patterns = [
  /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/,
  /^(?:\+?86[- ]?)?1[3-9]\d{9}$/,
  /^(?!\d{4}-\d{2}-\d{2})\+?\d[\d ()-]{8,16}\d$/,
  /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/,
  /^(?:\d{1,3}\.){3}\d{1,3}(?:\(.*\))?$/,
  /^-?\d{1,3}\.\d{4,}[, ]+-?\d{1,3}\.\d{4,}/,
];

const enough = 0.3;

/** Whether many of a column's cells look like an e-mail address, a telephone or identity number and the like. */
export function looksIdentifying(counts: ReadonlyMap<string, number>): boolean {
  let all = 0;
  let found = 0;
  for (const [cell, count] of counts) {
    all += count;
    if (patterns.some((pattern) => pattern.test(cell))) found += count;
  }
  return all > 0 && found >= enough * all;
}

/** What no listed answer holds, but somebody's own words may: an address of mail, a number as long as a telephone's. */
const ofSomebody = /@|\d{7,}|\d{3}[- ]\d{3,4}[- ]\d{4}/;

/**
 * Whether any of a column's cells holds what leads to a person, so that its cells cannot be answers to choose from.
 *
 * @example
 * holdsContact(['很好', '请回电 13800000000']); // => true
 * holdsContact(['18–25 岁', '2024-05-01']); // => false
 */
export function holdsContact(cells: Iterable<string>): boolean {
  return Iterator.from(cells).some((cell) => ofSomebody.test(cell));
}
