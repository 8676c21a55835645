import type { Chart, Plugin } from 'chart.js';
import type { Series } from './chart-table.ts';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

/** Space between the axis and the words, and from line to line, in pixels. */
const inset = 6;
const lineHeight = 16;

/** What stands over the axis where the words have no room; the table and the spoken point have them. */
const noRoom = '–';
const mostLines = 4;

/** The words of each row without any number; '' for the others. */
function wordsOf(series: readonly Series[], rows: number): string[] {
  return Array.from({ length: rows }, (_, row) => {
    const points = series.map(({ points }) => points[row]);
    if (points.some((point) => point && point.value !== null)) return '';
    return points.find((point) => point && point.text !== '')?.text ?? '';
  });
}

type Measure = (text: string) => number;

function writeBeside({ ctx, chartArea, scales }: Chart, row: number, text: string, widthOf: Measure): void {
  const lines = wrapText(text, chartArea.width - inset * 2, widthOf);
  const top = (scales.y?.getPixelForValue(row) ?? 0) - ((lines.length - 1) * lineHeight) / 2;
  ctx.textAlign = 'start';
  lines.forEach((line, below) => {
    ctx.fillText(line, chartArea.left + inset, top + below * lineHeight);
  });
}

function writeOver(
  { ctx, chartArea, scales }: Chart,
  row: number,
  rows: number,
  text: string,
  widthOf: Measure,
): void {
  const room = chartArea.width / rows - inset;
  const wrapped = wrapText(text, room, widthOf);
  const fits = wrapped.length <= mostLines && wrapped.every((line) => widthOf(line) <= room);
  const lines = fits ? wrapped : [noRoom];
  const x = scales.x?.getPixelForValue(row) ?? 0;
  // At the edges of a line's drawing half a place lies outside of it.
  ctx.textAlign = x <= chartArea.left + 1 ? 'start' : 'center';
  lines.toReversed().forEach((line, above) => {
    ctx.fillText(line, x, chartArea.bottom - inset - lineHeight / 2 - above * lineHeight);
  });
}

/**
 * Writes, where a bar would lie or stand or a line would pass, why there is none: a row without numbers is never an empty place
 * that reads as zero.
 */
export function gapWords(
  series: readonly Series[],
  rows: number,
  palette: Palette,
  direction: 'across' | 'upright',
): Plugin {
  const words = wordsOf(series, rows);
  return {
    id: 'gapWords',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const widthOf = textMeasure(chart, palette, 'normal');
      ctx.save();
      ctx.font = fontOf(palette, 'normal');
      ctx.fillStyle = palette.colours.ink2;
      ctx.textBaseline = 'middle';
      words.forEach((text, row) => {
        if (text === '') return;
        if (direction === 'across') writeBeside(chart, row, text, widthOf);
        else writeOver(chart, row, rows, text, widthOf);
      });
      ctx.restore();
    },
  };
}
