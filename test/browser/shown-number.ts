import { measures } from '../../src/model/measure.ts';
import type { TextRow } from './downloads.ts';

/*
 * How a number of a public table is written on a page, worked out again from the text in the file and with whole numbers only, so
 * that the pages' own formatting is not held against itself.
 */

type Rounding = 'down' | 'up' | 'half up';

/** Places kept before rounding: what binary fractions leave beyond them is dust, not information. */
const places = 12;

/** A decimal text as a whole number of 10^-places. */
function scaled(text: string): bigint {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const shift = places + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const magnitude =
    shift >= 0 ? digits * 10n ** BigInt(shift) : divided(digits, 10n ** BigInt(-shift), 'half up');
  return sign === '-' ? -magnitude : magnitude;
}

function divided(number: bigint, by: bigint, rounding: Rounding): bigint {
  const doubled = rounding === 'half up' ? 2n * number + by : number;
  const unit = rounding === 'half up' ? 2n * by : by;
  const remainder = ((doubled % unit) + unit) % unit;
  const floor = (doubled - remainder) / unit;
  return rounding === 'up' && remainder > 0n ? floor + 1n : floor;
}

/** Writes a number with so many decimals, a comma at the thousands, and a minus sign where there is one. */
function written(text: string, hundredfold: 0 | 2, decimals: number, rounding: Rounding): string {
  const kept = divided(scaled(text) * 10n ** BigInt(hundredfold), 10n ** 2n, 'half up');
  const rounded = divided(kept, 10n ** BigInt(places - 2 - decimals), rounding);
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${rounded < 0n ? '\u2212' : ''}${whole}${fraction}`;
}

/** From a base of a thousand on one decimal; a rate below one percent has as many as its first two digits take, of the four there are. */
function shareDecimals(base: string, rate: string): number {
  if (Number(base) < 1000) return 0;
  const ofPercent = String(scaled(rate === '' ? '0' : rate) * 100n).padStart(places + 1, '0');
  if (!/^0.*[1-9]/.test(ofPercent)) return 1;
  const zeros = /^0*/.exec(ofPercent.slice(1))?.[0].length ?? 0;
  return Math.min(4, zeros + 2);
}

function share(text: string, base: string, part: string, rate: string): string {
  const decimals = shareDecimals(base, rate);
  if (part === 'low') return written(text, 2, decimals, 'down');
  return `${written(text, 2, decimals, part === 'high' ? 'up' : 'half up')}%`;
}

/** What a page must show for a part of a row of `figures.csv`; null where the row has no such number. */
export function shownFigure(row: TextRow, part: string): string | null {
  const text = row[part] ?? '';
  if (text === '') return null;
  const kind = measures.find(({ measure }) => measure === row.measure)?.kind;
  const end = /(low|high)$/.exec(part)?.[0] ?? '';
  const rounding = end === 'low' ? 'down' : end === 'high' ? 'up' : 'half up';
  if (kind === 'count' && part === 'centre') return written(text, 0, 1, 'half up');
  if (kind === 'count' && end !== '') return written(text, 0, 0, rounding);
  if (part === 'count' || part === 'base' || kind === 'count') return written(text, 0, 0, 'half up');
  if (kind === 'rate') return share(text, row.base ?? '', end, row.value ?? '');
  if (kind === 'points') return signed(written(text, 2, 0, rounding));
  if (kind === 'change') return signed(written(text, 0, 0, rounding));
  if (kind === 'slope') return signed(written(text, 0, 2, rounding));
  return written(text, 0, kind === 'score' ? 1 : 0, rounding);
}

/** A difference says whether it is more or less; none is neither. */
function signed(number: string): string {
  return /^\u2212|^0(\.0+)?$/.test(number) ? number : `+${number}`;
}

/** What a page must show for a cell of another table; null where the cell is blank. */
export function shownCell(table: string, row: TextRow, column: string): string | null {
  const text = row[column] ?? '';
  if (text === '') return null;
  if (table === 'last_told' && row.answer_id !== '' && column === 'value')
    return share(text, row.base ?? '', 'share', text);
  if (table === 'last_told') return shownFigure(row, column);
  if (table === 'answers' && ['share', 'low', 'high'].includes(column))
    return share(text, row.base ?? '', column, row.share ?? '');
  if (table === 'curves' && ['share', 'low', 'high'].includes(column)) return share(text, '', column, '');
  const end = /(low|high)$/.exec(column)?.[0];
  if (table === 'funnels' && end !== undefined) return share(text, row.base ?? '', end, '');
  return written(text, 0, text.split('.')[1]?.length ?? 0, 'half up');
}
