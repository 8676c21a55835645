import { StringDecoder } from 'node:string_decoder';
import { piecesOf } from './read-pieces.ts';

const quotesIn = (text: string) => text.split('"').length - 1;

/**
 * The lines of a CSV file, those of one piece together, each with the break that ends it; a quoted cell may hold a break. As `latin1`
 * a letter is a byte.
 */
export function* linesIn(path: string, encoding: 'utf8' | 'latin1'): Generator<string[]> {
  const decoder = new StringDecoder(encoding);
  let rest = '';
  /** Up to where the rest was gone through, and whether a quoted cell was open there. */
  let seen = 0;
  let isOpen = false;
  for (const piece of piecesOf(path)) {
    const text = rest + decoder.write(piece);
    const lines: string[] = [];
    let start = 0;
    for (let end = text.indexOf('\n', seen); end >= 0; end = text.indexOf('\n', seen)) {
      const more = text.slice(seen, end + 1);
      seen += more.length;
      if (more.includes('"') && quotesIn(more) % 2 === 1) isOpen = !isOpen;
      if (isOpen) continue;
      lines.push(text.slice(start, seen));
      start = seen;
    }
    rest = text.slice(start);
    seen -= start;
    yield lines;
  }
  if (rest !== '') yield [rest];
}
