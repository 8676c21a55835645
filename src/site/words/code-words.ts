import type { Code } from '../../model/record.ts';
import { ownWords } from './own-words.ts';

/**
 * What a code means, in a language; the code itself where its list does not have it.
 *
 * @example
 * codeWords([{ code: 'minor', zh: '轻微', en: 'Minor' }], 'minor', 'en'); // => 'Minor'
 * codeWords([], 'odd', 'en'); // => 'odd'
 */
export function codeWords(list: readonly Code[], code: string, language: string): string {
  const known = list.find((one) => one.code === code);
  return known ? ownWords(known, language) : code;
}
