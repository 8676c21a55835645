import type { Answer } from '../survey/answers.ts';
import type { FigureRow } from './figures.ts';
import { formatCount, formatFigure, formatPercent, formatShareEnd } from '../words/format.ts';
import { text } from '../i18n/text.ts';
import { xmlText } from '../markup/xml.ts';

/** What of a rate the eye does not find where it stands: what it is of what, the rate itself, its range. */
export type Unseen = 'of' | 'value' | 'range';

/** A rate out of a table: its numbers as they are shown, '' for one that there is not. */
export interface ShownRate {
  readonly count: string;
  readonly base: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

/** A rate of the table of figures as it is shown. */
export function rateOf(figure: FigureRow): ShownRate {
  const part = (name: 'value' | 'count' | 'base' | 'low' | 'high') => formatFigure(figure, name);
  return {
    count: part('count'),
    base: part('base'),
    value: part('value'),
    low: part('low'),
    high: part('high'),
  };
}

/** The share of an answer as it is shown. */
export function shareOf(answer: Answer): ShownRate {
  const { count, base, share, low, high } = answer;
  const whole = (number: number | null) => (number === null ? '' : formatCount(number));
  const end = (number: number | null, at: 'low' | 'high') =>
    number === null ? '' : formatShareEnd(number, base, at, share);
  return {
    count: whole(count),
    base: whole(base),
    value: share === null ? '' : formatPercent(share, base),
    low: end(low, 'low'),
    high: end(high, 'high'),
  };
}

/** The parts of a rate in words, as “206 of 264, 78%, likely range 73 to 83%”; '' where it has none of those that are asked for. */
export function spokenRate(rate: ShownRate, parts: readonly Unseen[], language: string): string {
  const { share, listSeparator } = text(language);
  const said: Readonly<Record<Unseen, string>> = {
    of:
      rate.count === '' || rate.base === ''
        ? ''
        : share.heardOf.replace('{count}', rate.count).replace('{base}', rate.base),
    value: rate.value,
    range:
      rate.low === '' || rate.high === ''
        ? ''
        : share.interval.replace('{range}', `${rate.low}${share.to}${rate.high}`),
  };
  return parts
    .map((part) => said[part])
    .filter((one) => one !== '')
    .join(listSeparator);
}

/**
 * What of a rate is not seen where it stands, as markup for those who hear the page: a rate is heard with its base and its range. Its row is
 * that of the number before it, and is not named again.
 */
export function heardMarkup(rate: ShownRate, parts: readonly Unseen[], language: string): string {
  const said = spokenRate(rate, parts, language);
  if (said === '') return '';
  return `<span class="vh" data-heard>${xmlText(text(language).listSeparator + said)}</span>`;
}
