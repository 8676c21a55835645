import type { MovingPart } from '../markup/moving-part.ts';

/** What the pages of a language say of the state of the data: texts that stand on them as nothing else can, always in the same order. */
export type AsOf = readonly string[];

/** Gives a page that was made before the words of now; null where it has none of those of before. */
export type Restate = (page: Buffer) => Buffer | null;

/**
 * How a page that said one thing of the state of the data comes to say another. Null where both are the same, and pages stay as they are.
 * Pages are bytes: to make texts of them and bytes again takes several times as long as all else.
 *
 * @example
 * restating(['<b>May</b>'], ['<b>June</b>'])?.(Buffer.from('To <b>May</b>: 5'))?.toString(); // => 'To <b>June</b>: 5'
 * restating(['<b>May</b>'], ['<b>June</b>'])?.(Buffer.from('May')); // => null
 * restating(['<b>May</b>'], ['<b>May</b>']); // => null
 */
export function restating(before: AsOf, now: AsOf): Restate | null {
  const changed = before
    .map((words, at) => ({ words: Buffer.from(words), says: Buffer.from(now[at] ?? '') }))
    .filter(({ words, says }) => !words.equals(says));
  if (changed.length === 0) return null;
  return (page) => {
    const found = changed
      .map(({ words, says }) => ({ from: page.indexOf(words), length: words.length, says }))
      .filter(({ from }) => from >= 0)
      .sort((one, other) => one.from - other.from);
    if (found.length === 0) return null;
    const ends = [0, ...found.map(({ from, length }) => from + length)];
    const parts = found.flatMap(({ from, says }, at) => [page.subarray(ends[at], from), says]);
    return Buffer.concat([...parts, page.subarray(ends.at(-1))]);
  };
}

/**
 * Gives a page the parts that it has now. Null where it has not the same ones: it must be made anew.
 *
 * @example
 * const open = { begins: '<b>', ends: '</b>', says: '<b>9 days</b>' };
 * withParts(Buffer.from('Open <b>2 days</b>.'), [open])?.toString(); // => 'Open <b>9 days</b>.'
 * withParts(Buffer.from('Fixed.'), [open]); // => null
 */
export function withParts(page: Buffer, parts: readonly MovingPart[]): Buffer | null {
  let said = page;
  for (const { begins, ends, says } of parts) {
    const from = said.indexOf(begins);
    if (from < 0 !== (says === '')) return null;
    if (from < 0) continue;
    const end = said.indexOf(ends, from + Buffer.byteLength(begins));
    if (end < 0) return null;
    const after = said.subarray(end + Buffer.byteLength(ends));
    said = Buffer.concat([said.subarray(0, from), Buffer.from(says), after]);
  }
  return said;
}
