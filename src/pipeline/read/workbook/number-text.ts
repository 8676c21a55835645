import type { NumberFormat } from './number-format.ts';

const daySeconds = 86_400;
/** 31 December 9999. */
const lastDay = 2_958_465;

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** How many days the two ways of counting lie apart: 1 January 1904 is day 0 of the one and day 1462 of the other. */
const daysTo1904 = 1462;

/** The date of a day counted from 1900, as a spreadsheet shows it: it believes in 29 February 1900, its day 60. */
function isoDay(serial: number): string {
  if (serial === 0) return '1900-01-00';
  if (serial === 60) return '1900-02-29';
  const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30));
  date.setUTCDate(date.getUTCDate() + serial);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

function clock(seconds: number): string {
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

function momentText(value: number, format: NumberFormat & { shows: 'moment' }, since1904: boolean): string {
  const seconds = Math.round(value * daySeconds);
  const serial = Math.floor(seconds / daySeconds) + (since1904 ? daysTo1904 : 0);
  const timeOfDay = seconds % daySeconds;
  if (!format.month)
    return serial === (since1904 ? daysTo1904 : 0)
      ? clock(timeOfDay)
      : `${isoDay(serial)} ${clock(timeOfDay)}`;
  if (!format.day && timeOfDay === 0) return isoDay(serial).slice(0, 7);
  return format.time || timeOfDay > 0 ? `${isoDay(serial)} ${clock(timeOfDay)}` : isoDay(serial);
}

/** A number with the fifteen digits that a spreadsheet keeps, never with an exponent. */
function plainText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 })
    : text;
}

/**
 * A number of a workbook as text: a plain number; a date, a time or a percentage where its format makes it one. No
 * time zone comes in anywhere.
 *
 * @example
 * numberText(45_717, { shows: 'moment', day: true, month: true, time: false }, 'since 1900'); // => '2025-03-01'
 * numberText(0.1 + 0.2, { shows: 'number' }, 'since 1900'); // => '0.3'
 * numberText(0.85, { shows: 'percent' }, 'since 1900'); // => '85%'
 * numberText(7, { shows: 'padded', digits: 3 }, 'since 1900'); // => '007'
 */
export function numberText(value: number, format: NumberFormat, calendar: Calendar): string {
  if (!Number.isFinite(value)) return String(value);
  if (format.shows === 'percent') return `${plainText(value * 100)}%`;
  if (format.shows === 'padded')
    return Number.isInteger(value) && value >= 0
      ? plainText(value).padStart(format.digits, '0')
      : plainText(value);
  if (format.shows === 'duration' && value >= 0) return clock(Math.round(value * daySeconds));
  if (format.shows === 'moment' && value >= 0 && value <= lastDay)
    return momentText(value, format, calendar === 'since 1904');
  return plainText(value);
}

/** From when a workbook counts its days. */
export type Calendar = 'since 1900' | 'since 1904';
