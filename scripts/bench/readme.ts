import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const begins = '<!-- measured begins -->';
const ends = '<!-- measured ends -->';

/**
 * A text with other words between the two marks.
 *
 * @example
 * betweenMarks('a\n<!-- measured begins -->\nb\n<!-- measured ends -->\nc', 'new'); // => 'a\n<!-- measured begins -->\n\nnew\n\n<!-- measured ends -->\nc'
 * betweenMarks('a', 'new'); // => throws the text has no place for what was measured
 */
export function betweenMarks(text: string, words: string): string {
  const [from, to] = [text.indexOf(begins), text.indexOf(ends)];
  if (from < 0 || to < from) throw new Error('the text has no place for what was measured');
  return `${text.slice(0, from + begins.length)}\n\n${words}\n\n${text.slice(to)}`;
}

/** The chart beside the README. */
export const chartFile = 'measured.svg';

/** Puts the chart and a table between the marks of a README. */
export async function writeReadme(file: string, table: string): Promise<void> {
  const text = betweenMarks(
    await readFile(file, 'utf8'),
    `![Seconds by size, on scales of powers of ten](${chartFile})\n\n${table}`,
  );
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
