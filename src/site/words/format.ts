import { languageTag } from '../i18n/language-tag.ts';
import { measures, type MeasureKind } from '../../model/measure.ts';
import { shareDecimals } from './share-decimals.ts';

/** The line that a number is held against, and its limits. */
type LimitPart = 'centre' | 'inner_low' | 'inner_high' | 'limit_low' | 'limit_high';

/** The parts of a published number that a page can show. */
export type FigurePart = 'value' | 'count' | 'base' | 'low' | 'high' | LimitPart;

/** A published number, as far as its wording depends on it. */
export interface Formattable extends Partial<Readonly<Record<LimitPart, number | null>>> {
  readonly measure: string;
  readonly count: number | null;
  readonly base: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const kinds = new Map<string, MeasureKind>(measures.map(({ measure, kind }) => [measure, kind]));

/** Lifts a decimal to a power of ten without the dust of binary fractions: 0.145 becomes 14.5. */
function shifted(value: number, digits: number): number {
  return Number((value * 10 ** digits).toFixed(9));
}

function fixed(value: number, decimals: number, round: (value: number) => number): string {
  const text = (round(shifted(value, decimals)) / 10 ** decimals).toFixed(decimals);
  return text.replace(/^-(?=0(\.0*)?$)/, '').replace('-', '\u2212');
}

function halfUp(value: number): number {
  return Math.floor(value + 0.5);
}

/**
 * A count, with a comma from a thousand on; a number with decimals keeps them as they are.
 *
 * @example
 * formatCount(1204); // => '1,204'
 * formatCount(1234.5678); // => '1,234.5678'
 * formatCount(-4); // => '−4'
 */
export function formatCount(count: number): string {
  return String(count)
    .replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',')
    .replace('-', '\u2212');
}

/**
 * A share as a percentage, rounded half up. A `rate` is the share that it stands beside, whose decimals it has.
 *
 * @example
 * formatPercent(0.145, 200); // => '15%'
 * formatPercent(0.7803, 2640); // => '78.0%'
 * formatPercent(0.001747, 1143282); // => '0.17%'
 */
export function formatPercent(share: number, base: number | null, rate: number | null = share): string {
  return `${fixed(shifted(share, 2), shareDecimals(rate, base), halfUp)}%`;
}

/**
 * An end of the interval of a share, rounded outwards, with the decimals of the share itself, the `rate`. The sign stands once, after
 * the upper end: 61–89%.
 *
 * @example
 * formatShareEnd(0.6149, 90, 'low'); // => '61'
 * formatShareEnd(0.8812, 90, 'high'); // => '89%'
 * formatShareEnd(0.001825, 1143282, 'high', 0.001747); // => '0.19%'
 */
export function formatShareEnd(
  share: number,
  base: number | null,
  end: 'low' | 'high',
  rate: number | null = null,
): string {
  const outwards = end === 'low' ? Math.floor : Math.ceil;
  const text = fixed(shifted(share, 2), shareDecimals(rate, base), outwards);
  return end === 'low' ? text : `${text}%`;
}

/** A difference with its sign, so that more and less cannot be taken for each other. */
function signed(value: number, decimals: number, round: (value: number) => number): string {
  const text = fixed(value, decimals, round);
  return /^[\u2212]/.test(text) || Number(text) === 0 ? text : `+${text}`;
}

function formatEnd(figure: Formattable, value: number, kind: MeasureKind, end: 'low' | 'high'): string {
  const outwards = end === 'low' ? Math.floor : Math.ceil;
  switch (kind) {
    case 'rate':
      return formatShareEnd(value, figure.base, end, figure.value);
    case 'score':
      return fixed(value, 1, outwards);
    case 'points':
      return signed(shifted(value, 2), 0, outwards);
    default:
      return formatCount(outwards(shifted(value, 0)));
  }
}

/**
 * A part of a published number as every page writes it; '' where the part is blank.
 * Rates are percentages, scores have one decimal, counts and days none; the ends of an interval and limits are rounded
 * outwards, differences have their sign.
 */
export function formatFigure(figure: Formattable, part: FigurePart = 'value'): string {
  const value = figure[part] ?? null;
  if (value === null) return '';
  const kind = kinds.get(figure.measure) ?? 'count';
  if (part === 'centre' && kind === 'count') return fixed(value, 1, halfUp);
  const end = /_(low|high)$/.exec(part)?.[1];
  if (end !== undefined) return formatEnd(figure, value, kind, end as 'low' | 'high');
  if (part === 'count' || part === 'base' || kind === 'count') return formatCount(value);
  if (part === 'low' || part === 'high') return formatEnd(figure, value, kind, part);
  if (kind === 'rate') return formatPercent(value, figure.base, figure.value);
  if (kind === 'change') return signed(value, 0, halfUp);
  if (kind === 'points') return signed(shifted(value, 2), 0, halfUp);
  if (kind === 'slope') return signed(value, 2, halfUp);
  return kind === 'score' ? fixed(value, 1, halfUp) : formatCount(halfUp(value));
}

/** English dates are written as in Britain, day first; a language that the engine does not know has those too. */
const britishEnglish = 'en-GB';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** As the tables have them: no language turns 2025 into 1404 or 2568, or writes it in digits of its own beside those of the numbers. */
const asInTables = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;

/** A date in the words and the order of a language. */
function dateIn(language: string, date: string, parts: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${parts.month ?? ''} ${parts.day ?? ''}`;
  const locales = language === 'en' ? [britishEnglish] : [languageTag(language), britishEnglish];
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locales, { ...parts, ...asInTables });
  dateFormats.set(key, format);
  return format.format(new Date(`${date}T00:00:00Z`));
}

/**
 * A date in a sentence. Tables show the ISO date as it is.
 *
 * @example
 * formatDate('2025-09-30', 'zh'); // => '2025年9月30日'
 * formatDate('2025-09-30', 'en'); // => '30 September 2025'
 * formatDate('2025-09-30', 'fr'); // => '30 septembre 2025'
 * formatDate('2025-09-30', 'fa'); // => '30 سپتامبر 2025'
 */
export function formatDate(date: string, language: string): string {
  return dateIn(language, date, { year: 'numeric', month: 'long', day: 'numeric' });
}

/**
 * The month of a date in a sentence.
 *
 * @example
 * formatMonth('2025-09-30', 'zh'); // => '2025年9月'
 * formatMonth('2025-09-30', 'en'); // => 'September 2025'
 */
export function formatMonth(date: string, language: string): string {
  return dateIn(language, `${date.slice(0, 7)}-01`, { year: 'numeric', month: 'long' });
}

/**
 * A period of the programme in words.
 *
 * @example
 * formatPeriod('2025-Q3', 'zh'); // => '2025年三季度'
 * formatPeriod('2025-Q3', 'en'); // => '2025 Q3'
 * formatPeriod('2025-09', 'en'); // => 'September 2025'
 */
export function formatPeriod(period: string, language: string): string {
  const [year = '', rest = ''] = period.split('-');
  if (!rest.startsWith('Q')) return formatMonth(period, language);
  const quarter = Number(rest.slice(1));
  return language.startsWith('zh') ? `${year}年${'一二三四'[quarter - 1]}季度` : `${year} Q${quarter}`;
}

/**
 * A period in few letters, for the axis of a chart; undefined where its words are short already.
 *
 * @example
 * shortPeriod('2025-09', 'en'); // => 'Sept 2025'
 * shortPeriod('2025-Q3', 'en') ?? 'none'; // => 'none'
 */
export function shortPeriod(period: string, language: string): string | undefined {
  if (period.includes('Q')) return undefined;
  const short = dateIn(language, `${period}-01`, { year: 'numeric', month: 'short' });
  return short === formatPeriod(period, language) ? undefined : short;
}
