/** How a number in a cell is to be shown. */
export type NumberFormat =
  | { readonly shows: 'number' }
  | { readonly shows: 'percent' }
  | { readonly shows: 'padded'; readonly digits: number }
  | { readonly shows: 'moment'; readonly day: boolean; readonly month: boolean; readonly time: boolean }
  | { readonly shows: 'duration' };

const day: NumberFormat = { shows: 'moment', day: true, month: true, time: false };
const month: NumberFormat = { shows: 'moment', day: false, month: true, time: false };
const time: NumberFormat = { shows: 'moment', day: false, month: false, time: true };
const dayAndTime: NumberFormat = { shows: 'moment', day: true, month: true, time: true };
const number: NumberFormat = { shows: 'number' };

/** The formats that a workbook need not spell out, by their number (ECMA-376 part 1, 18.8.30); 27 to 58 are East Asian dates and times, and some of them show a month in one country and a day in another: the day is kept. */
const builtIn: ReadonlyMap<number, NumberFormat> = new Map<number, NumberFormat>([
  [9, { shows: 'percent' }],
  [10, { shows: 'percent' }],
  ...[14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, NumberFormat] => [
    id,
    day,
  ]),
  [17, month],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id): [number, NumberFormat] => [id, time]),
  [22, dayAndTime],
  [46, { shows: 'duration' }],
]);

/** A format code without what it only quotes: texts, escaped characters, colours and conditions. */
function bare(code: string): string {
  const [positive = ''] = code.split(';');
  return positive
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replaceAll(/AM\/PM|A\/P|上午\/下午/gi, 'h');
}

/**
 * What a format code of a workbook shows.
 *
 * @example
 * formatOf('yyyy"年"m"月"d"日"'); // => { shows: 'moment', day: true, month: true, time: false }
 * formatOf('[$-804]yyyy/m/d h:mm'); // => { shows: 'moment', day: true, month: true, time: true }
 * formatOf('0.0%'); // => { shows: 'percent' }
 * formatOf('000000'); // => { shows: 'padded', digits: 6 }
 * formatOf('#,##0.00'); // => { shows: 'number' }
 */
export function formatOf(code: string): NumberFormat {
  const text = bare(code);
  if (/^general$/i.test(text.trim()) || text.trim() === '@') return number;
  if (/\[(?:h+|m+|s+)\]/i.test(text)) return { shows: 'duration' };
  if (/[hs]/i.test(text)) return /[yde]/i.test(text.replaceAll(/E[+-]/gi, '')) ? dayAndTime : time;
  if (/y/i.test(text)) return /d/i.test(text) ? day : month;
  if (/d/i.test(text)) return day;
  if (/m/i.test(text)) return month;
  if (text.includes('%')) return { shows: 'percent' };
  const zeros = /^0{2,}$/.exec(text.trim());
  return zeros === null ? number : { shows: 'padded', digits: zeros[0].length };
}

/** The format of a number: the one that the workbook spells out, or the one that its number stands for. */
export function formatByNumber(id: number, spelt: ReadonlyMap<number, NumberFormat>): NumberFormat {
  return spelt.get(id) ?? builtIn.get(id) ?? number;
}
