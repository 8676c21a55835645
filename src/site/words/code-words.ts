import type { Code } from '../../model/record.ts';
import type { Localized } from './localized.ts';
import { declared } from './own-words.ts';

/**
 * What a code means, in a language; the code itself where its list does not have it.
 *
 * @example
 * codeWords([{ code: 'minor', zh: '轻微', en: 'Minor' }], 'minor', 'en').text; // => 'Minor'
 * codeWords([], 'odd', 'en').text; // => 'odd'
 */
export function codeWords(list: readonly Code[], code: string, language: string): Localized {
  const known = list.find((one) => one.code === code);
  return known ? declared(known, language) : { text: code, lang: undefined };
}
