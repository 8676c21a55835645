import { freeName } from '../../../model/free-name.ts';
import { latinWord } from '../../../model/latin-word.ts';

const longestId = 40;

/**
 * Ids for texts, none twice: the text itself where it can be one, else a letter with its number.
 *
 * @example
 * idsFor(['Very good', 'Very good!', '很好'], 'a'); // => ['very-good', 'very-good-2', 'a3']
 */
export function idsFor(texts: readonly string[], letter: string): string[] {
  const taken = new Set<string>();
  return texts.map((text, position) => {
    const isLatin = !/[\p{L}--\p{Script=Latin}]/v.test(text);
    const bare = isLatin ? latinWord(text, longestId) : '';
    const id = bare === '' || bare === 'all' ? `${letter}${position + 1}` : bare;
    const free = freeName(id, (name) => taken.has(name));
    taken.add(free);
    return free;
  });
}
