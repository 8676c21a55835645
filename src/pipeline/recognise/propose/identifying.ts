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
