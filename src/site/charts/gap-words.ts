import type { Plugin } from 'chart.js';
import type { Series } from './chart-table.ts';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

/** Space between the axis and the words, and from line to line, in pixels. */
const inset = 6;
const lineHeight = 16;

/** The words of each row without any number; '' for the others. */
function wordsOf(series: readonly Series[], rows: number): string[] {
  return Array.from({ length: rows }, (_, row) => {
    const points = series.map(({ points }) => points[row]);
    if (points.some((point) => point && point.value !== null)) return '';
    return points.find((point) => point && point.text !== '')?.text ?? '';
  });
}

/** Writes, where a bar would lie, why there is none: a row without numbers is never an empty place that reads as zero. */
export function gapWords(series: readonly Series[], rows: number, palette: Palette): Plugin {
  const words = wordsOf(series, rows);
  return {
    id: 'gapWords',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const widthOf = textMeasure(chart, palette, 'normal');
      ctx.save();
      ctx.font = fontOf(palette, 'normal');
      ctx.fillStyle = palette.colours.ink2;
      ctx.textBaseline = 'middle';
      words.forEach((text, row) => {
        const lines = wrapText(text, chartArea.width - inset * 2, widthOf);
        const top = (scales.y?.getPixelForValue(row) ?? 0) - ((lines.length - 1) * lineHeight) / 2;
        lines.forEach((line, below) => {
          ctx.fillText(line, chartArea.left + inset, top + below * lineHeight);
        });
      });
      ctx.restore();
    },
  };
}
