import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of text that both have, only the old one, or only the new one. */
export interface Piece {
  readonly text: string;
  readonly is: 'same' | 'gone' | 'new';
}

/** Lines that belong together: what has changed, and a line before and after for orientation. */
export type Passage = readonly (readonly Piece[])[];

/** Words of the language in which a page is written: Chinese has no blanks between them. */
function piecesOf(before: string, after: string, language: string): Piece[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return diffWordsWithSpace(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'new' : removed ? 'gone' : 'same',
  }));
}

type Line = readonly Piece[];
const isSame = (line: Line) => line.every(({ is }) => is === 'same');

/** All lines of both texts: those that were written anew as one line in which the words that changed are marked. */
function allLines(before: readonly string[], after: readonly string[], language: string): Line[] {
  const lines: Line[] = [];
  const parts = diffArrays([...before], [...after]);
  for (const [place, { value, added, removed }] of parts.entries()) {
    const next = parts[place + 1];
    const last = parts[place - 1];
    if (removed && next?.added && next.value.length === value.length)
      lines.push(...value.map((line, row) => piecesOf(line, next.value[row] ?? '', language)));
    else if (!(added && last?.removed && last.value.length === value.length))
      lines.push(...value.map((text): Line => [{ text, is: added ? 'new' : removed ? 'gone' : 'same' }]));
  }
  return lines;
}

/** Lines shown before and after those that changed. */
const around = 1;

/** What has changed between two texts, passage by passage; none where nothing has. */
export function compareTexts(
  before: readonly string[],
  after: readonly string[],
  language: string,
): Passage[] {
  const lines = allLines(before, after, language);
  const shown = lines.map((_, place) =>
    lines.slice(Math.max(place - around, 0), place + around + 1).some((line) => !isSame(line)),
  );
  const passages: Line[][] = [];
  for (const [place, line] of lines.entries()) {
    if (!shown[place]) continue;
    if (shown[place - 1]) passages.at(-1)?.push(line);
    else passages.push([line]);
  }
  return passages;
}
