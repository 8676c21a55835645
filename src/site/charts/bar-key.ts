import type { Chart, Plugin } from 'chart.js';
import type { Series } from './chart-table.ts';
import { fillOf } from './fill.ts';
import { fillLook } from './look.ts';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

/** Side of a swatch, space from it to its word and from word to swatch, and distance between lines, in pixels. */
const swatch = 12;
const beside = 6;
const between = 18;
const lineHeight = 20;

/** One series in the key: where its swatch stands, and its word. */
interface Entry {
  readonly series: Series;
  readonly x: number;
  readonly line: number;
  readonly words: readonly string[];
}

/** Lays the key out in lines from left to right; a word that is wider than the drawing breaks. */
function entriesOf(chart: Chart, all: readonly Series[], palette: Palette): Entry[] {
  const widthOf = textMeasure(chart, palette, 'normal');
  const entries: Entry[] = [];
  let x = 0;
  let line = 0;
  for (const series of all) {
    const words = wrapText(series.label, chart.width - swatch - beside, widthOf);
    const width = swatch + beside + Math.max(0, ...words.map(widthOf));
    if (x > 0 && x + width > chart.width) {
      x = 0;
      line += 1;
    }
    entries.push({ series, x, line, words });
    x += width + between;
    if (words.length > 1) {
      x = 0;
      line += words.length;
    }
  }
  return entries;
}

/** The height that the key takes above the drawing. */
export function barKeyRoom(chart: Chart, series: readonly Series[], palette: Palette): number {
  if (series.length < 2) return 0;
  const lines = entriesOf(chart, series, palette).map(({ line, words }) => line + words.length);
  return Math.max(...lines) * lineHeight;
}

/** Says above grouped bars which is which: bars side by side have no line end to write on. */
export function barKey(series: readonly Series[], palette: Palette): Plugin {
  return {
    id: 'barKey',
    afterDraw(chart) {
      if (series.length < 2) return;
      const { ctx } = chart;
      ctx.save();
      ctx.font = fontOf(palette, 'normal');
      ctx.textBaseline = 'middle';
      for (const { series: one, x, line, words } of entriesOf(chart, series, palette)) {
        const look = fillLook(one.look);
        const middle = (line + 0.5) * lineHeight;
        ctx.fillStyle = fillOf(look, palette);
        ctx.fillRect(x, middle - swatch / 2, swatch, swatch);
        ctx.strokeStyle = palette.colours[look.colour];
        ctx.strokeRect(x, middle - swatch / 2, swatch, swatch);
        ctx.fillStyle = palette.colours.ink;
        words.forEach((text, below) => {
          ctx.fillText(text, x + swatch + beside, middle + below * lineHeight);
        });
      }
      ctx.restore();
    },
  };
}
