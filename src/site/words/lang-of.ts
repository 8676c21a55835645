import type { Localized } from './localized.ts';
import { xmlText } from '../markup/xml.ts';

/**
 * The attribute that says in which language a text is, where that is not the page's.
 *
 * @example
 * langOf({ text: 'Queue', lang: 'en' }); // => ' lang="en"'
 * langOf({ text: '排队', lang: undefined }); // => ''
 */
export function langOf({ lang }: Localized): string {
  return lang === undefined ? '' : ` lang="${xmlText(lang)}"`;
}
