import { dayMarkup } from './day-markup.ts';
import { filled } from './filled.ts';
import { text } from '../i18n/text.ts';
import { latestRelease, programme } from '../programme.ts';
import { xmlText } from './xml.ts';

/*
 * What pages say of the state of the data. It changes with every drop and every release, while most findings stay as they are: a page that
 * is taken over gets the words of now in place of those it had. So each of them stands on a page as nothing else on it can.
 */

/** Up to when the data speak, which release this is, and when the next comes: the parts of a line. */
export function asOfLine(language: string): string {
  const words = text(language).asOf;
  const day = (date: string) => dayMarkup(date, language, 'sentence');
  const lines = [filled(words.cutoff, { date: `<b>${day(programme.cutoff)}</b>` })];
  if (latestRelease)
    lines.push(
      filled(words.release, {
        release: `<span>${latestRelease.release}</span>`,
        date: day(latestRelease.published_on),
      }),
    );
  if (programme.nextUpdate) lines.push(filled(words.nextUpdate, { date: day(programme.nextUpdate) }));
  return lines.map((line) => `<span>${line}</span>`).join('');
}

/** Up to when the data speak, where a page says how to cite it. It is marked, as a day of the finding may be the same. */
export function citedDay(): string {
  const day = xmlText(programme.cutoff);
  return `<time data-as-of datetime="${day}">${day}</time>`;
}
