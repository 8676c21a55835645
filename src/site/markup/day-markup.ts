import { formatDate, formatMonth } from '../words/format.ts';
import { xmlText } from './xml.ts';

/** One of: ISO, as tables have it; in words, as in a sentence; the month alone. */
export type DayWording = 'table' | 'sentence' | 'month';

/**
 * A date as markup; nothing where it is blank.
 *
 * @example
 * dayMarkup('2026-03-02', 'zh'); // => '<time datetime="2026-03-02">2026-03-02</time>'
 * dayMarkup('2026-03-02', 'en', 'month'); // => '<time datetime="2026-03">March 2026</time>'
 */
export function dayMarkup(date: string, language: string, as: DayWording = 'table'): string {
  if (date === '') return '';
  const shown =
    as === 'table' ? date : as === 'month' ? formatMonth(date, language) : formatDate(date, language);
  return `<time datetime="${xmlText(as === 'month' ? date.slice(0, 7) : date)}">${xmlText(shown)}</time>`;
}
