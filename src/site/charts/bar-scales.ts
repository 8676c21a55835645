import type { ScaleOptions } from 'chart.js';
import { namesScale, valueScale } from './common-options.ts';
import type { Sketch } from './drawing.ts';
import { textMeasure } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

/** Names beside bars take at most this share of the drawing's width; longer ones break. */
const widestName = 0.34;

/** The axis of the names beside bars that lie across: every one printed, broken into lines. */
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
        return wrapText(name, chart.width * widestName, textMeasure(chart, palette, 'normal'));
      },
    },
  } as ScaleOptions<'category'>;
}

/** The two axes of bars: names below upright bars, or beside bars that lie across. */
export function barScales(sketch: Sketch, across: boolean, reach: readonly number[]) {
  const values = valueScale(sketch, reach);
  return across ? { x: values, y: namesBeside(sketch) } : { x: namesScale(sketch, 'center'), y: values };
}
