import type { BarElement, Chart, Plugin } from 'chart.js';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';

/** Where the words of a bar stand: in its middle, or past its end. */
export interface BarWords {
  readonly dataset: number;
  readonly at: 'inside' | 'end';
  readonly colour: string;
  /** One text a row; '' where nothing is said. */
  readonly texts: readonly string[];
}

/** Space around words inside a bar, and between a bar's end and its words, in pixels. */
const inset = 4;

/** The share of its place that a bar fills, and that bars of one row fill together, as Chart.js sets them. */
const barShare = 0.9;
const rowShare = 0.8;

/** The ends of a bar along its length, and its middle across, whichever way it lies. */
function boxOf(bar: BarElement) {
  const { x, y, base, horizontal } = bar.getProps(['x', 'y', 'base', 'horizontal'], true) as unknown as {
    x: number;
    y: number;
    base: number;
    horizontal: boolean;
  };
  return { horizontal, x, y, base, length: Math.abs((horizontal ? x : y) - base) };
}

function writeWords(chart: Chart, bar: BarElement, words: BarWords, text: string, width: number): void {
  const { horizontal, x, y, base, length } = boxOf(bar);
  const { ctx } = chart;
  ctx.textAlign = horizontal && words.at === 'end' ? 'start' : 'center';
  ctx.textBaseline = horizontal || words.at === 'inside' ? 'middle' : 'bottom';
  if (words.at === 'inside') {
    if (length < (horizontal ? width : 17) + inset * 2) return;
    ctx.fillText(text, horizontal ? (x + base) / 2 : x, horizontal ? y : (y + base) / 2);
  } else {
    ctx.fillText(text, horizontal ? x + inset * 1.5 : x, horizontal ? y : y - inset);
  }
}

/** Whether words past upright bars stand clear of their neighbours: all of a series are written, or none. */
function fits(chart: Chart, { dataset, texts }: BarWords, widthOf: (text: string) => number): boolean {
  const [bar] = chart.getDatasetMeta(dataset).data as BarElement[];
  if (!bar || boxOf(bar).horizontal) return true;
  const { width } = bar.getProps(['width'], true);
  const alone = chart.data.datasets.length === 1;
  return Math.max(...texts.map(widthOf)) + inset <= width / (alone ? barShare * rowShare : barShare);
}

/** Writes numbers into bars that have room for them, or past their ends. */
export function barWords(all: readonly BarWords[], palette: Palette): Plugin {
  return {
    id: 'barWords',
    afterDatasetsDraw(chart) {
      const widthOf = textMeasure(chart, palette, 'normal');
      chart.ctx.save();
      chart.ctx.font = fontOf(palette, 'normal');
      for (const words of all) {
        if (words.at === 'end' && !fits(chart, words, widthOf)) continue;
        chart.ctx.fillStyle = words.colour;
        chart.getDatasetMeta(words.dataset).data.forEach((bar, index) => {
          const text = words.texts[index] ?? '';
          if (text === '' || !Number.isFinite(bar.x) || !Number.isFinite(bar.y)) return;
          writeWords(chart, bar as BarElement, words, text, widthOf(text));
        });
      }
      chart.ctx.restore();
    },
  };
}

/** The widest of some words: the space that they need past the longest bar. */
export function barWordsRoom(chart: Chart, texts: readonly string[], palette: Palette): number {
  return inset * 3 + Math.ceil(Math.max(0, ...texts.map(textMeasure(chart, palette, 'normal'))));
}
