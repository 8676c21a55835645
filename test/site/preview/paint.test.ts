import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { letterFiles } from '../../../src/site/preview/letters.ts';
import { paint, type Drawing, type TextLine } from '../../../src/site/preview/paint.ts';
import { fc } from '../../seeded-checks.ts';
import { readPng } from './read-png.ts';

const [width, height] = [400, 120];
const drawn = (lines: readonly TextLine[]): Drawing => ({ width, height, bars: [], lines });

/** Red, green, blue and opacity of each pixel, as a browser shows the file. */
function pixelsOf(file: Uint8Array): number[] {
  const { colours, places } = readPng(file);
  return [...places].flatMap((place) => [...(colours[place] ?? []), 255]);
}

/** The same drawing, painted whole by the library. */
function paintedWhole({ bars, lines }: Drawing): number[] {
  const marks = [
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...bars.map(
      ({ x, y, width, height, ink }) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ink}"/>`,
    ),
    ...lines.map(
      ({ words, x, y, size, ink, end }) =>
        `<text x="${x}" y="${y}" font-size="${size}" fill="${ink}" text-anchor="${end ? 'end' : 'start'}">${words}</text>`,
    ),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans SC" font-weight="500">${marks.join('')}</svg>`;
  const fontFiles = letterFiles(lines.map(({ words }) => words).join(''));
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' };
  return [...new Resvg(svg, { font }).render().pixels];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** How far a picture is from another, as a share of that one's ink. */
const astray = (one: readonly number[], other: readonly number[]) =>
  sum(one.map((light, at) => Math.abs(light - (other[at] ?? 0)))) / sum(other.map((light) => 255 - light));

const inks = ['#14191b', '#00665a', '#b31c22'];

/** Lines above one another, each with a few characters; some reach out of the picture. */
const drawings = fc
  .array(
    fc.record({
      words: fc.string({ unit: fc.constantFrom(...'件部门已整改，0123456789Wgfj '), maxLength: 12 }),
      x: fc.integer({ min: -20, max: width + 20 }),
      size: fc.constantFrom(16, 28),
      end: fc.boolean(),
      ink: fc.constantFrom(...inks),
    }),
    { maxLength: 3 },
  )
  .map((lines): Drawing => ({
    ...drawn(lines.map((line, at) => ({ ...line, y: 26 + 38 * at }))),
    bars: [{ x: 10, y: 118, width: 300, height: 2, ink: '#14191b' }],
  }));

describe('a drawing as PNG', () => {
  it('shows what the library shows that paints it whole but for the steps of its shades', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        // A pixel away it is a tenth or more.
        expect(astray(pixelsOf(paint(drawing)), paintedWhole(drawing))).toBeLessThan(0.02);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever was painted before it', () => {
    const line = (words: string): TextLine => ({ words, x: 20, y: 60, size: 28, end: false, ink: '#14191b' });
    const first = paint(drawn([line('一件不落')]));
    for (let other = 0; other < 200; other += 1) paint(drawn([line(`第 ${other} 件`)]));
    expect(Buffer.compare(paint(drawn([line('一件不落')])), first)).toBe(0);
    expect(Buffer.compare(paint(drawn([line('一件不少')])), first)).not.toBe(0);
  });
});
