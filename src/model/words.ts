/** A text in the languages that the project itself is written in. Other languages fall back to English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/**
 * Picks the text in a language, English where the project has none.
 *
 * @example
 * wordsIn({ zh: '部门', en: 'department' }, 'zh'); // => '部门'
 * wordsIn({ zh: '部门', en: 'department' }, 'fr'); // => 'department'
 */
export function wordsIn(words: Words, language: string): string {
  return language.startsWith('zh') ? words.zh : words.en;
}

/** Whether the project has words of its own in a language. */
function hasWords(language: string): boolean {
  return language === 'en' || language.startsWith('zh');
}

/**
 * The language of the words of ours that those see who read another: its own where we have any, else the first of some that has, else English.
 *
 * @example
 * languageOfWords('zh-Hant', ['zh', 'en']); // => 'zh-Hant'
 * languageOfWords('ug', ['ug', 'zh', 'en']); // => 'zh'
 * languageOfWords('ug', ['ug']); // => 'en'
 */
export function languageOfWords(language: string, languages: readonly string[]): string {
  return [language, ...languages].find(hasWords) ?? 'en';
}

/**
 * Those of some languages in which the project has words of its own; English where it has none in any of them.
 *
 * @example
 * languagesWithWords(['ug', 'zh']); // => ['zh']
 * languagesWithWords(['ug']); // => ['en']
 */
export function languagesWithWords(languages: readonly string[]): readonly string[] {
  const known = languages.filter(hasWords);
  return known.length === 0 ? ['en'] : known;
}

/**
 * Words of ours in a column that is written once for each language of a programme. Where the project has none they stay blank, so that
 * nobody takes English for Uyghur; a page shows those of another language, and says of which. Where none of the languages has any, English.
 *
 * @example
 * wordsAmong({ zh: '发现', en: 'Found' }, 'ug', ['ug', 'zh']); // => ''
 * wordsAmong({ zh: '发现', en: 'Found' }, 'ug', ['ug']); // => 'Found'
 */
export function wordsAmong(words: Words, language: string, languages: readonly string[]): string {
  return languages.some(hasWords) && !hasWords(language) ? '' : wordsIn(words, language);
}
