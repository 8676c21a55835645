import type { ColumnType } from '../../model/table.ts';
import { asBytes, asText } from './as-bytes.ts';

/*
 * The cells of a workbook in the words of its format (SpreadsheetML). Long texts are written where they stand, short ones
 * once, in a list that cells share: a label that stands in every row would be most of the file.
 */

/** The looks of cells, in the order in which the style sheet has them. */
export const looks = { plain: 0, text: 1, date: 2, time: 3, head: 4, title: 5, wrapped: 6 } as const;

export type Look = keyof typeof looks;

/** The longest text that a cell of a workbook holds; a longer one is cut there and ends with these words. */
export const longestText = 32_767;
export const cutMark = '…（全文见 CSV / cut: the whole text is in the CSV）';

function fitting(text: string): string {
  if (text.length <= longestText) return text;
  const kept = text.slice(0, longestText - cutMark.length);
  // Never half of a character that takes two units.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}${cutMark}`;
}

const unsafe = /[&<>\p{Cc}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const firstPrintable = 0x20;

/** Characters that XML cannot hold have a spelling of their own in this format, and so has what looks like that spelling. */
function spelled(character: string): string {
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  if (character === '>') return '&gt;';
  const code = character.charCodeAt(0);
  const holds = character === '\t' || character === '\n' || (code >= firstPrintable && code < 0xfffe);
  return holds && character !== '_' ? character : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * A text as it stands in a sheet.
 *
 * @example
 * escapeXml('a < b'); // => 'a &lt; b'
 * escapeXml('_x0041_'); // => '_x005F_x0041_'
 */
export function escapeXml(text: string): string {
  return text.replace(unsafe, spelled);
}

/** Whether bytes hold nothing that is spelled otherwise in a sheet: one that is not printable, a byte of such a character, a sign of XML. */
const isAwkward = /[&<>]|[^ -~\x80-\xff]|_x|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]/;

const day = 86_400_000;
const beginning = Date.UTC(1899, 11, 30);
/** Before this day spreadsheets count a day that never was. */
const firstSafe = Date.UTC(1900, 2, 1);

function seconds(time: string): number {
  const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + rest;
}

/** A text as it stands in a cell or in the list of texts that cells share. */
export function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(fitting(text))}</t>`;
}

/** The same of a text that is given as bytes, as bytes. Most stand as they are. */
export function bytesXml(bytes: string): string {
  return bytes.length > longestText || isAwkward.test(bytes)
    ? asBytes(textXml(asText(bytes)))
    : `<t xml:space="preserve">${bytes}</t>`;
}

/** A cell that holds a text. */
export function textCell(text: string, look: Look): string {
  return `<c s="${looks[look]}" t="inlineStr"><is>${textXml(text)}</is></c>`;
}

/** A cell that holds a text that is given as bytes, as bytes. */
export function bytesCell(bytes: string): string {
  return `<c s="${looks.text}" t="inlineStr"><is>${bytesXml(bytes)}</is></c>`;
}

/** A cell of text that shows a text of the shared list, by its place there. */
export function sharedCell(place: number): string {
  return `<c s="${looks.text}" t="s"><v>${place}</v></c>`;
}

/** Makes the cell of a text; where it stands in the list of shared texts, the cell that shows it. */
export type MakeText = (text: string) => string;

/**
 * One cell of a public table, from its text in the CSV: dates and times of their own kind, ids and codes as text.
 *
 * @example
 * cellXml('integer', '12'); // => '<c><v>12</v></c>'
 * cellXml('date', '2026-01-01'); // => '<c s="2"><v>46023</v></c>'
 * cellXml('boolean', 'true'); // => '<c t="b"><v>1</v></c>'
 */
export function cellXml(
  type: ColumnType,
  text: string,
  makeText: MakeText = (own) => textCell(own, 'text'),
): string {
  if (text === '') return '<c/>';
  switch (type) {
    case 'integer':
    case 'number':
      return `<c><v>${text}</v></c>`;
    case 'boolean':
      return `<c t="b"><v>${text === 'true' ? 1 : 0}</v></c>`;
    case 'date': {
      const moment = Date.parse(`${text}T00:00:00Z`);
      if (moment < firstSafe) return makeText(text);
      return `<c s="${looks.date}"><v>${(moment - beginning) / day}</v></c>`;
    }
    case 'time':
      return `<c s="${looks.time}"><v>${(seconds(text) * 1000) / day}</v></c>`;
    default:
      return makeText(text);
  }
}
