import type { Chart, Plugin } from 'chart.js';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';
import { pushApart } from './push-apart.ts';
import { wrapText } from './wrap-text.ts';

/** The word at the end of a line. */
export interface EndLabel {
  /** The data set at whose last point it stands. */
  readonly dataset: number;
  readonly text: string;
  readonly colour: string;
}

/** Least distance between the lines of labels, in pixels. */
const labelDistance = 17;

/** Space between the end of the line and its word. */
const offset = 8;

/** Labels take at most this share of the drawing's width; longer ones break. */
const widestShare = 0.36;

function linesOf(chart: Chart, label: EndLabel, palette: Palette): string[] {
  return wrapText(label.text, chart.width * widestShare, textMeasure(chart, palette, 'bold'));
}

/** The space that labels need to the right of the drawing. */
export function endLabelRoom(chart: Chart, labels: readonly EndLabel[], palette: Palette): number {
  const lines = labels.flatMap((label) => linesOf(chart, label, palette));
  return offset + Math.ceil(Math.max(0, ...lines.map(textMeasure(chart, palette, 'bold'))));
}

function heightOf(chart: Chart, { dataset }: EndLabel): number | null {
  const last = chart.getDatasetMeta(dataset).data.findLast(({ y }) => Number.isFinite(y));
  return last ? last.y : null;
}

/** Draws direct labels at the ends of lines, pushed apart where they would touch, none dropped. */
export function endLabels(labels: readonly EndLabel[], palette: Palette): Plugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart) {
      const placed = labels.flatMap((label) => {
        const middle = heightOf(chart, label);
        return middle === null ? [] : [{ ...label, middle, lines: linesOf(chart, label, palette) }];
      });
      const wanted = placed.map(({ middle, lines }) => ({ middle, room: lines.length * labelDistance }));
      const middles = pushApart(wanted, 0, chart.height);
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = fontOf(palette, 'bold');
      ctx.textBaseline = 'middle';
      placed.forEach(({ colour, lines }, index) => {
        ctx.fillStyle = colour;
        const top = (middles[index] ?? 0) - ((lines.length - 1) * labelDistance) / 2;
        lines.forEach((line, below) => {
          ctx.fillText(line, chartArea.right + offset, top + below * labelDistance);
        });
      });
      ctx.restore();
    },
  };
}
