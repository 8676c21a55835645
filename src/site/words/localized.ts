import { languageTag } from '../i18n/language-tag.ts';

/** A text as a page shows it: with the tag of its language where that is not the page's. */
export interface Localized {
  readonly text: string;
  readonly lang: string | undefined;
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
    if (typeof text === 'string' && text !== '') return { text, lang: languageTag(other) };
  }
  return { text: '', lang: undefined };
}
