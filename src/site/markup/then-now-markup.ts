import { dayMarkup } from './day-markup.ts';
import { filled } from './filled.ts';
import type { Finding } from '../findings/findings.ts';
import { text } from '../i18n/text.ts';
import { localized } from '../programme.ts';
import { wordsMarkup } from './words-markup.ts';
import { xmlText } from './xml.ts';

/**
 * What was bad and what it is now, side by side, in the words of the officers, as markup. Nothing where not both are told. In a `dated`
 * one the dates stand with the headings.
 */
export function thenNowMarkup(
  finding: Finding,
  language: string,
  { dated = false }: { readonly dated?: boolean } = {},
): string {
  const { thenNow, finding: words } = text(language);
  const was = localized(finding, 'description', language);
  const is = localized(finding, 'now', language);
  if (was.text === '' || is.text === '') return '';
  const side = (of: typeof was, plain: string, head: string, date: string) => {
    const heading = dated && date ? filled(head, { date: dayMarkup(date, language) }) : xmlText(plain);
    return `<div><b>${heading}</b><p>${wordsMarkup(of)}</p></div>`;
  };
  return [
    `<div class="ba${dated ? ' big' : ''}">`,
    side(was, thenNow.was, words.was, finding.found_on),
    side(is, thenNow.is, words.is, finding.confirmed_on),
    '</div>',
  ].join('');
}
