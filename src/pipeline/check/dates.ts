import { isPlausibleYear } from '../../model/plausible-year.ts';
import { remembering, type Fault, type ReadCell } from './fault.ts';
import { readOwnForm, type Parts } from './own-date-form.ts';

/** A point in time as a drop gives it: a date, and a time of day if it has one. */
export interface Moment {
  readonly date: string;
  /** `HH:MM:SS`, or '' where only the day is known. */
  readonly time: string;
  /** What staff should know of how the cell was read. */
  readonly warning?: Fault;
}

interface DateForm {
  readonly pattern: RegExp;
  /** What each bracket of the pattern is: year, month, day, hour, minute, second, half of the day. */
  readonly parts: readonly string[];
}

const tokens: Readonly<Record<string, readonly [string, string]>> = {
  yyyy: ['y', '(\\d{4})'],
  MMM: ['N', '([A-Za-z]{3})'],
  MM: ['M', '(\\d{1,2})'],
  M: ['M', '(\\d{1,2})'],
  dd: ['d', '(\\d{1,2})'],
  d: ['d', '(\\d{1,2})'],
  HH: ['H', '(\\d{1,2})'],
  H: ['H', '(\\d{1,2})'],
  hh: ['h', '(\\d{1,2})'],
  h: ['h', '(\\d{1,2})'],
  mm: ['m', '(\\d{1,2})'],
  ss: ['s', '(\\d{1,2})'],
  a: ['a', '([AaPp][Mm])'],
};

/** What may stand behind a time: parts of a second, and a zone, which is not applied: the time counts as it is written. */
const zone = '(?:\\.\\d+)? ?(?:Z|UTC|GMT)?(?:[+-]\\d{2}(?::?\\d{2})?)?';

/** Turns a written form such as `MM/dd/yyyy hh:mm:ss a` into a pattern. A `T` before the time is a blank, as in the text. */
function compileForm(form: string): DateForm {
  const parts: string[] = [];
  const pattern = form
    .replace('T', ' ')
    .replaceAll(/Z|yyyy|MMM|MM?|dd?|HH?|hh?|mm|ss|a|[^\w\s]|\s+|\w/g, (token) => {
      if (token === 'Z') return zone;
      const known = tokens[token];
      if (known === undefined)
        return token.trim() === '' ? '\\s+' : token.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
      parts.push(known[0]);
      return known[1];
    });
  return { pattern: new RegExp(`^${pattern}$`), parts };
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  return leap ? 29 : (monthLengths[month - 1] ?? 0);
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** Days that systems write where they have none. They say nothing, and would say nonsense in every statistic. */
const sentinels: ReadonlySet<string> = new Set([
  '0000-00-00',
  '0001-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-00',
  '1900-01-01',
  '1904-01-01',
  '1970-01-01',
  '9999-12-31',
]);

function assemble(parts: Parts, cell: string): Moment | null {
  const at = (part: string) => Number(parts[part] ?? 0);
  const named = monthNames.indexOf(parts['N']?.toLowerCase() ?? '') + 1;
  const [year, month, day] = [at('y'), parts['N'] === undefined ? at('M') : named, at('d')];
  if (sentinels.has(`${pad(year, 4)}-${pad(month)}-${pad(day)}`))
    return { date: '', time: '', warning: { code: 'sentinel-date', value: cell } };
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  if (!isDay || !isPlausibleYear(year)) return null;
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (parts['m'] === undefined) return { date, time: '' };
  const half = parts['a']?.toLowerCase();
  if (half !== undefined && (at('h') < 1 || at('h') > 12)) return null;
  const hour = half === undefined ? at('H') + at('h') : (at('h') % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || at('m') > 59 || at('s') > 59) return null;
  return { date, time: `${pad(hour)}:${pad(at('m'))}:${pad(at('s'))}` };
}

/** Reads a time of day, whole or without its seconds. */
export const readTime: ReadCell = (cell) => {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(cell.normalize('NFKC').trim());
  const [hour = 0, minute = 0, second = 0] = (match ?? []).slice(1).map((digits) => Number(digits ?? 0));
  if (match === null || hour > 23 || minute > 59 || second > 59) return { code: 'bad-time', value: cell };
  return `${pad(hour)}:${pad(minute)}:${pad(second)}`;
};

/** Reads a month, in the forms in which a date may be written; its first day stands for it, as in a workbook. */
export const readMonth: ReadCell = (cell) => {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.]0?1)?|年(\d{1,2})月)$/.exec(cell.normalize('NFKC').trim());
  const [year, month] = [Number(match?.[1]), Number(match?.[2] ?? match?.[3])];
  const isMonth = month >= 1 && month <= 12 && isPlausibleYear(year);
  return isMonth ? `${year}-${pad(month)}` : { code: 'bad-date', value: cell, detail: 'yyyy-MM' };
};

/** Reads a cell as a moment. */
export type ReadDate = (cell: string) => Moment | Fault;

/** The day that a spreadsheet counts as a number, where the number can be nothing else in a column of dates. */
function readSerial(text: string, cell: string): Moment | null {
  const match = /^(\d{5})(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const seconds = Math.round(Number(text) * daySeconds);
  const days = Math.floor(seconds / daySeconds);
  const date = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  if (!isPlausibleYear(Number(date.slice(0, 4)))) return null;
  const rest = seconds % daySeconds;
  const time = [rest / 3600, (rest / 60) % 60, rest % 60].map((part) => pad(Math.floor(part))).join(':');
  const warning: Fault = { code: 'serial-date', value: cell, detail: date };
  return { date, time: match[2] === undefined ? '' : time, warning };
}

const daySeconds = 86_400;

/** What to write instead of a date that was not understood. A date whose order nobody declared may be two different days. */
function mendDate(cell: string, forms: readonly string[] | undefined): Fault['detail'] {
  if (forms !== undefined || !/^\d{1,2}([-/.])\d{1,2}\1\d{4}/.test(cell.trim()))
    return forms?.[0] ?? 'yyyy-MM-dd';
  return {
    zh: 'yyyy-MM-dd；或在版式的 dates 里写明是 MM/dd/yyyy 还是 dd/MM/yyyy',
    en: 'yyyy-MM-dd, or say under dates in the layout whether it is MM/dd/yyyy or dd/MM/yyyy',
  };
}

/**
 * Reads dates in the forms that a layout names, or in our own ones. Parses integers; never a locale, never a zone. A
 * number that a spreadsheet counts days by is read as its day, and the first one is said. A day that stands for
 * none is blank, and said.
 */
export function dateReader(forms: readonly string[] | undefined): ReadDate {
  const compiled = forms?.map(compileForm);
  let serialSaid = false;

  function readForms(text: string, cell: string): Moment | null {
    if (compiled === undefined) {
      const parts = readOwnForm(text);
      return parts === null ? null : assemble(parts, cell);
    }
    for (const { pattern, parts } of compiled) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const found = Object.fromEntries(parts.map((part, position) => [part, match[position + 1] ?? '']));
      const moment = assemble(found, cell);
      if (moment !== null) return moment;
    }
    return null;
  }

  function parse(cell: string): Moment | Fault {
    const text = cell
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '')
      .trim()
      .replace(/(?<=\d)T(?=\d)/, ' ');
    const moment = readForms(text, cell) ?? readSerial(text, cell);
    return moment ?? { code: 'bad-date', value: cell, detail: mendDate(cell, forms) ?? '' };
  }

  const read = remembering(parse);
  return (cell) => {
    const moment = read(cell);
    if ('code' in moment || moment.warning?.code !== 'serial-date') return moment;
    const { date, time } = moment;
    if (serialSaid) return { date, time };
    serialSaid = true;
    return moment;
  };
}
