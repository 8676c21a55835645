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
