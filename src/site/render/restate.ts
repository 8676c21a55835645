/** What the pages of a language say of the state of the data: texts that stand on them as nothing else can, always in the same order. */
export type AsOf = readonly string[];

/** Gives a page that was made before the words of now. */
export type Restate = (page: string) => string;

/**
 * How a page that said one thing of the state of the data comes to say another. Null where both are the same, and pages stay as they are.
 *
 * @example
 * restating(['<b>May</b>'], ['<b>June</b>'])?.('To <b>May</b>: 5'); // => 'To <b>June</b>: 5'
 * restating(['<b>May</b>'], ['<b>May</b>']); // => null
 */
export function restating(before: AsOf, now: AsOf): Restate | null {
  if (before.every((words, at) => words === now[at])) return null;
  return (page) => before.reduce((text, words, at) => text.replace(words, () => now[at] ?? ''), page);
}
