import { langOf } from '../words/lang-of.ts';
import type { Localized } from '../words/localized.ts';
import { phrasesOf } from './phrases.ts';
import { xmlText } from './xml.ts';

/** A Chinese text in large letters as markup, which breaks between words and not inside of one. */
export function phrasesMarkup(text: string): string {
  return phrasesOf(text).map(xmlText).join('<wbr>');
}

/**
 * A headline out of a table as markup. A Chinese one breaks between its clauses, and where one is too long between words.
 *
 * @example
 * clausesMarkup({ text: 'Who pays, and when', lang: undefined }, 'en'); // => '<span data-text>Who pays, and when</span>'
 */
export function clausesMarkup(of: Localized, language: string): string {
  const chinese = (of.lang ?? language).startsWith('zh');
  const clauses = chinese
    ? of.text
        .split(/(?<=[，：；、？])/u)
        .map((clause) => `<span class="nb ph">${phrasesMarkup(clause)}</span>`)
        .join('')
    : xmlText(of.text);
  return `<span data-text${langOf(of)}>${clauses}</span>`;
}
