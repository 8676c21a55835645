import { Resvg } from '@resvg/resvg-js';
import { xmlText } from '../markup/xml.ts';
import { letterFiles, letterWeight } from './letters.ts';

/* Letters cut out of a sheet: how much of each pixel they cover, of whatever colour they will be. */

/** A line of text as it is set: at which end of it its place is, and the size of its letters in pixels. */
export interface Setting {
  readonly words: string;
  readonly size: number;
  readonly end: boolean;
}

/** Text as it covers pixels, each from none to all of it, line by line; and where its place is, from the left and the top. */
export interface Lettering {
  readonly covered: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly above: number;
}

/** How much of a pixel is told apart: 32 steps from none to all of it. */
export const shades = 32;

/** Of the four bytes of a pixel the last says how opaque it is. */
const [bytesInPixel, opacity, wholly] = [4, 3, 0xff];

/** Room about the letters, in parts of their size: no character is wider than that, reaches higher or lower, or out of its side. */
const room = { above: 1.25, below: 0.45, aside: 0.25 };

/** No picture is wider: what reaches further is cut. */
const widest = 1200;

/** Most of a picture's lines are in the last one too, and names of units in no other: so many are kept. */
const mostKept = 128;

const known = new Map<string, Lettering>();

function letter({ words, size, end }: Setting): Lettering {
  const [aside, above] = [Math.ceil(room.aside * size), Math.ceil(room.above * size)];
  const across = Math.min(widest, [...words].length * size);
  const [width, height] = [across + 2 * aside, above + Math.ceil(room.below * size)];
  const left = end ? width - aside : aside;
  const anchor = end ? ' text-anchor="end"' : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans SC" font-weight="${letterWeight}" font-size="${size}">
<text x="${left}" y="${above}"${anchor}>${xmlText(words)}</text>
</svg>`;
  const font = {
    loadSystemFonts: false,
    fontFiles: letterFiles(words),
    defaultFontFamily: 'Noto Sans SC',
  };
  const { pixels } = new Resvg(svg, { font }).render();
  const covered = new Uint8Array(width * height);
  for (let at = 0; at < covered.length; at += 1)
    covered[at] = Math.round(((pixels[bytesInPixel * at + opacity] ?? 0) * shades) / wholly);
  return { covered, width, height, left, above };
}

/** The letters of a line of text. The same line gives the same ones on every machine. */
export function letteringOf(setting: Setting): Lettering {
  const key = `${setting.size} ${setting.end} ${setting.words}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const [oldest] = known.keys();
  if (known.size === mostKept && oldest !== undefined) known.delete(oldest);
  const made = letter(setting);
  known.set(key, made);
  return made;
}
