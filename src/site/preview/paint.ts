import { letteringOf, shades, type Setting } from './lettering.ts';
import { writePng } from './png.ts';

/** A line of text: where it begins, or ends, and its baseline, in whole pixels; its colour as `#14191b`. */
export interface TextLine extends Setting {
  readonly x: number;
  readonly y: number;
  readonly ink: string;
}

/** A bar of one colour, in whole pixels. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ink: string;
}

/** A drawing on white paper. What it is made of does not overlap. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly lines: readonly TextLine[];
}

const white = 0xff;

/** How much red, green and blue there is of ink that covers a part of a pixel, on white paper. */
const lightOf = (ink: string, part: number) =>
  [1, 3, 5].map((at) => Math.round(white - (white - Number.parseInt(ink.slice(at, at + 2), 16)) * part));

/** The colours of a drawing, paper first, then each with its shades; and the place before the first shade of each. */
function inksOf({ bars, lines }: Drawing) {
  const inks = [...new Set([...bars, ...lines].map(({ ink }) => ink))];
  const steps = Array.from({ length: shades }, (_, step) => (step + 1) / shades);
  const colours = [[white, white, white], ...inks.flatMap((ink) => steps.map((step) => lightOf(ink, step)))];
  return { colours, before: (ink: string) => inks.indexOf(ink) * shades };
}

/** Lays the letters of a line on the paper; what reaches out of the picture is cut. */
function layLetters(sheet: Uint8Array, { width, height }: Drawing, line: TextLine, before: number): void {
  const letters = letteringOf(line);
  const [left, top] = [line.x - letters.left, line.y - letters.above];
  const [from, to] = [Math.max(0, -left), Math.min(letters.width, width - left)];
  for (let row = Math.max(0, -top); row < Math.min(letters.height, height - top); row += 1) {
    const [source, target] = [row * letters.width, (top + row) * width + left];
    for (let at = from; at < to; at += 1) {
      const shade = letters.covered[source + at] ?? 0;
      if (shade > 0) sheet[target + at] = before + shade;
    }
  }
}

/**
 * Paints a drawing, as PNG. The same drawing gives the same bytes on every machine. Its letters are put together from lines that most
 * pictures share, which takes less than half the time of painting each picture whole.
 */
export function paint(drawing: Drawing): Uint8Array<ArrayBuffer> {
  const { width, height, bars, lines } = drawing;
  const { colours, before } = inksOf(drawing);
  const sheet = new Uint8Array(width * height);
  for (const bar of bars)
    for (let row = bar.y; row < bar.y + bar.height; row += 1)
      sheet.fill(before(bar.ink) + shades, row * width + bar.x, row * width + bar.x + bar.width);
  for (const line of lines) layLetters(sheet, drawing, line, before(line.ink));
  return writePng({ width, height, colours, places: sheet });
}
