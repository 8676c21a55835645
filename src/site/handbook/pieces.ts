/** A piece of a sentence of the handbook: plain text, something to type or look for, or a link to a chapter. */
export type Piece = { readonly text: string } | { readonly code: string } | { readonly chapter: string };

/**
 * Takes a sentence apart at its marks.
 *
 * @example
 * piecesOf('run `npm test`, see §duties') // => [{ text: 'run ' }, { code: 'npm test' }, { text: ', see ' }, { chapter: 'duties' }]
 */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/(`[^`]+`|§[a-z]+)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('`')) return { code: part.slice(1, -1) };
      return part.startsWith('§') ? { chapter: part.slice(1) } : { text: part };
    });
}
