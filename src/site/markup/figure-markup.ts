import { figureKey, type FigureRow } from '../figures/figures.ts';
import { formatFigure, type FigurePart } from '../words/format.ts';
import { text } from '../i18n/text.ts';
import { rowsBehind } from '../figures/rows-behind.ts';
import { heardMarkup, rateOf } from '../figures/spoken-rate.ts';
import { xmlText } from './xml.ts';

/*
 * Published numbers as markup. A page has hundreds of them: they are put together here, without components. All that comes from data
 * goes through `xmlText`.
 */

/** How a number is shown. */
export interface FigureLook {
  /** One of: `value` (default), `count`, `base`, `low`, `high`. */
  readonly part?: FigurePart | undefined;
  /** Whether it leaves the link out: it stands in one already, or above its rows. */
  readonly plain?: boolean | undefined;
  readonly class?: string | undefined;
}

/** One published number, or the words for why there is none. It links to the rows behind it, where it counts any. */
export function figureMarkup(
  figure: FigureRow | undefined,
  language: string,
  { part = 'value', plain = false, class: name }: FigureLook = {},
): string {
  const shown = figure ? formatFigure(figure, part) : '';
  if (figure === undefined || shown === '') {
    const { absent } = text(language);
    const why = figure && figure.status !== 'shown' ? absent[figure.status as 'no_cases'] : absent.noRow;
    return `<span class="sm">${xmlText(why)}</span>`;
  }
  const href = part === 'value' && !plain ? rowsBehind(language, figure) : undefined;
  // What differs from number to number comes last: all before it is compressed in one piece with the number before.
  const ofPart = part === 'value' ? '' : ` data-part="${part}"`;
  const number = `${ofPart} data-figure="${xmlText(figureKey(figure))}" value="${figure[part]}">${shown}</data>`;
  return href === undefined
    ? `<data${name === undefined ? '' : ` class="${name}"`}${number}`
    : `<a class="${name ?? 'q'}" href="${xmlText(href)}"><data${number}</a>`;
}

/** In place of a number that is withheld: a quiet mark, with its meaning for the ear and the way to its explanation. */
export function withheldMarkup(language: string): string {
  const words = xmlText(text(language).absent.withheld);
  return `<a class="wh" href="#withheld"><span aria-hidden="true">…</span><span class="vh">${words}</span></a>`;
}

/** A number of the survey; where it is withheld, the mark that leads to the explanation on the page. */
export function surveyFigureMarkup(
  figure: FigureRow | undefined,
  language: string,
  look: FigureLook = {},
): string {
  return figure?.status === 'withheld' ? withheldMarkup(language) : figureMarkup(figure, language, look);
}

const heardOnly = (words: string) => `<span class="vh">${xmlText(words)}</span>`;

/**
 * The two ends of a figure's interval, as 61–89%, heard as “61 to 89 percent”; nothing where there is none. A `named` one is also heard
 * to be a range, where no word beside it says so.
 */
export function rangeMarkup(
  figure: FigureRow | undefined,
  language: string,
  { named = false }: { readonly named?: boolean | undefined } = {},
): string {
  if (!figure || figure.low === null || figure.high === null) return '';
  const { share } = text(language);
  return [
    `<span class="nu">${named ? heardOnly(share.range) : ''}`,
    figureMarkup(figure, language, { part: 'low' }),
    `<span aria-hidden="true">–</span>${heardOnly(share.to)}`,
    figureMarkup(figure, language, { part: 'high' }),
    '</span>',
  ].join('');
}

/**
 * A survey rate in a cell of a table: the rate and its interval, then what it is a rate of; for the ear alone in a `plain` one, where a
 * column beside it says so.
 */
export function rateMarkup(
  figure: FigureRow | undefined,
  language: string,
  { plain = false }: { readonly plain?: boolean | undefined } = {},
): string {
  const rate = `<b>${surveyFigureMarkup(figure, language)}</b>`;
  if (figure?.status !== 'shown') return rate;
  const range = ` <span class="sm nb">${rangeMarkup(figure, language, { named: true })}</span>`;
  if (plain) return `${rate}${range}${heardMarkup(rateOf(figure), ['of'], language)}`;
  if (figure.count === null) return `${rate}${range}`;
  const [count, base] = (['count', 'base'] as const).map((part) => figureMarkup(figure, language, { part }));
  const outOf = `<span aria-hidden="true">/</span>${heardOnly(text(language).share.outOf)}`;
  return `${rate}${range} <span class="sm nb">${count}${outOf}${base}</span>`;
}
