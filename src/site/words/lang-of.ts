import type { Localized } from './localized.ts';
import { xmlText } from '../markup/xml.ts';

/**
 * The attributes that say in which language a text is, where that is not the page's, and in which direction it is written, where that is
 * another.
 *
 * @example
 * langOf({ text: 'Queue', lang: 'en' }); // => ' lang="en"'
 * langOf({ text: '排队', lang: 'zh-CN', dir: 'ltr' }); // => ' lang="zh-CN" dir="ltr"'
 * langOf({ text: '排队', lang: undefined }); // => ''
 */
export function langOf({ lang, dir }: Localized): string {
  if (lang === undefined) return '';
  return ` lang="${xmlText(lang)}"${dir === undefined ? '' : ` dir="${dir}"`}`;
}
