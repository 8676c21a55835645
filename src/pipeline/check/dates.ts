import type { Fault, ReadCell } from './fault.ts';

/** A point in time as a drop gives it: a date, and a time of day if it has one. */
export interface Moment {
  readonly date: string;
  /** `HH:MM:SS`, or '' where only the day is known. */
  readonly time: string;
}

interface DateForm {
  readonly pattern: RegExp;
  /** What each bracket of the pattern is: year, month, day, hour, minute, second, half of the day. */
  readonly parts: readonly string[];
}

const tokens: Readonly<Record<string, readonly [string, string]>> = {
  yyyy: ['y', '(\\d{4})'],
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

/** Turns a written form such as `MM/dd/yyyy hh:mm:ss a` into a pattern. A `T` before the time is a blank, as in the text. */
function compileForm(form: string): DateForm {
  const parts: string[] = [];
  const pattern = form
    .replace('T', ' ')
    .replaceAll(/yyyy|MM?|dd?|HH?|hh?|mm|ss|a|[^\w\s]|\s+|\w/g, (token) => {
      const known = tokens[token];
      if (known === undefined)
        return token.trim() === '' ? '\\s+' : token.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
      parts.push(known[0]);
      return known[1];
    });
  return { pattern: new RegExp(`^${pattern}$`), parts };
}

/** The ways of writing a date that every drop may use. */
const ownForms = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'yyyy年MM月dd日',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy年MM月dd日 HH:mm',
  'yyyy年MM月dd日 HH:mm:ss',
].map(compileForm);

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  return leap ? 29 : (monthLengths[month - 1] ?? 0);
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

function assemble(parts: Readonly<Record<string, string>>): Moment | null {
  const at = (part: string) => Number(parts[part] ?? 0);
  const [year, month, day] = [at('y'), at('M'), at('d')];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  if (!isDay || year < earliestYear || year > latestYear) return null;
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

/** Reads a month, in the forms in which a date may be written. */
export const readMonth: ReadCell = (cell) => {
  const match = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)$/.exec(cell.normalize('NFKC').trim());
  const [year, month] = [Number(match?.[1]), Number(match?.[2] ?? match?.[3])];
  const isMonth = month >= 1 && month <= 12 && year >= earliestYear && year <= latestYear;
  return isMonth ? `${year}-${pad(month)}` : { code: 'bad-date', value: cell, detail: 'yyyy-MM' };
};

/** No programme of this kind is older, and no deadline lies beyond: other years are slips of the pen. */
const earliestYear = 1990;
const latestYear = 2100;

/** Reads a cell as a moment. */
export type ReadDate = (cell: string) => Moment | Fault;

/** Reads dates in the forms that a layout names, or in our own ones. Parses integers; never a locale, never a zone. */
export function dateReader(forms: readonly string[] | undefined): ReadDate {
  const compiled = forms === undefined ? ownForms : forms.map(compileForm);
  const known = new Map<string, Moment | Fault>();
  const parse = (cell: string): Moment | Fault => {
    const text = cell.normalize('NFKC').trim().replace('T', ' ');
    for (const { pattern, parts } of compiled) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const moment = assemble(
        Object.fromEntries(parts.map((part, position) => [part, match[position + 1] ?? ''])),
      );
      if (moment !== null) return moment;
    }
    return { code: 'bad-date', value: cell, detail: forms?.[0] ?? 'yyyy-MM-dd' };
  };
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const moment = parse(cell);
    if (known.size < 50_000) known.set(cell, moment);
    return moment;
  };
}
