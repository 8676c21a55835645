import { languageTag } from '../i18n/language-tag.ts';
import { textDirection, type Direction } from '../i18n/text-direction.ts';

/** A text as a page shows it: with the tag of its language where that is not the page's, and its direction where that is another, too. */
export interface Localized {
  readonly text: string;
  readonly lang: string | undefined;
  readonly dir?: Direction | undefined;
}

/**
 * A text in another language than that of the page.
 *
 * @example
 * foreign('排队', 'zh', 'en'); // => {"text":"排队","lang":"zh-CN"}
 * foreign('排队', 'zh', 'ug'); // => {"text":"排队","lang":"zh-CN","dir":"ltr"}
 */
export function foreign(text: string, other: string, language: string): Localized {
  const lang = languageTag(other);
  const dir = textDirection(other);
  return dir === textDirection(language) ? { text, lang } : { text, lang, dir };
}

/**
 * The text of a column that is written once a language: in the page's language, else in the first
 * language that has one, marked as such. Blank everywhere is ''.
 */
export function localizedIn(
  row: Readonly<Record<string, unknown>>,
  column: string,
  language: string,
  languages: readonly string[],
): Localized {
  const own = row[`${column}_${language}`];
  if (typeof own === 'string' && own !== '') return { text: own, lang: undefined };
  for (const other of languages) {
    const text = row[`${column}_${other}`];
    if (typeof text === 'string' && text !== '') return foreign(text, other, language);
  }
  return { text: '', lang: undefined };
}
