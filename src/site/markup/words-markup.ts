import { langOf } from '../words/lang-of.ts';
import type { Localized } from '../words/localized.ts';
import { xmlText } from './xml.ts';

/**
 * A text out of a table as markup, marked with its language where that is not the page's. It may hold anything, and is shown as text;
 * nothing where it is blank.
 *
 * @example
 * wordsMarkup({ text: 'Queue <1>', lang: 'en' }); // => '<span data-text lang="en">Queue &lt;1&gt;</span>'
 */
export function wordsMarkup(of: Localized, name?: string): string {
  if (of.text === '') return '';
  const ofClass = name === undefined ? '' : ` class="${name}"`;
  return `<span${ofClass} data-text${langOf(of)}>${xmlText(of.text)}</span>`;
}
