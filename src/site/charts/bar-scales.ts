import type { ScaleOptions } from 'chart.js';
import { namesScale, valueScale } from './common-options.ts';
import { cutLines } from './cut-lines.ts';
import type { Sketch } from './drawing.ts';
import { textMeasure } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

/** Names beside bars take at most this share of the drawing's width, more of a narrow one's; longer ones break. */
const widestName = (width: number) => (width < 480 ? 0.37 : 0.34);

/** The height of a line of a name, in sizes of its letters. */
const lineHeight = 1.2;

/** The axis of the names beside bars that lie across: every one printed, broken into as many lines as its bar has room for. */
function namesBeside(sketch: Sketch): ScaleOptions<'category'> {
  const { table, palette } = sketch;
  const scale = namesScale(sketch, 'center');
  return {
    ...scale,
    ticks: {
      ...scale.ticks,
      crossAlign: 'far',
      color: palette.colours.ink,
      callback(_value: unknown, index: number) {
        const { chart } = this as unknown as { chart: Parameters<typeof textMeasure>[0] };
        const name = table.places[index]?.name ?? '';
        const lines = wrapText(
          name,
          chart.width * widestName(chart.width),
          textMeasure(chart, palette, 'normal'),
        );
        // The axis below takes about as much as one more bar.
        const room = chart.height / (table.places.length + 1);
        return cutLines(lines, Math.floor(room / (palette.size * lineHeight)));
      },
    },
  } as ScaleOptions<'category'>;
}

/** The two axes of bars: names below upright bars, or beside bars that lie across. */
export function barScales(sketch: Sketch, across: boolean, reach: readonly number[]) {
  const values = valueScale(sketch, reach);
  return across ? { x: values, y: namesBeside(sketch) } : { x: namesScale(sketch, 'center'), y: values };
}
