import type { Plugin } from 'chart.js';
import type { Place, Series } from './chart-table.ts';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';

/** Space between a point and its name, in pixels. */
const offset = 10;

/** Writes the names of marked points beside them, on the side where there is room. */
export function pointNames(series: Series, places: readonly Place[], palette: Palette): Plugin {
  return {
    id: 'pointNames',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const widthOf = textMeasure(chart, palette, 'bold');
      ctx.save();
      ctx.font = fontOf(palette, 'bold');
      ctx.textBaseline = 'middle';
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = palette.colours.paper;
      ctx.fillStyle = palette.colours.ink;
      chart.getDatasetMeta(0).data.forEach(({ x, y }, index) => {
        if (!places[index]?.marked || !Number.isFinite(y)) return;
        const text = `${places[index].name} ${series.points[index]?.shown ?? ''}`;
        const fits = x + offset + widthOf(text) <= chartArea.right;
        ctx.textAlign = fits ? 'start' : 'end';
        const beside = fits ? x + offset : x - offset;
        ctx.strokeText(text, beside, y);
        ctx.fillText(text, beside, y);
      });
      ctx.restore();
    },
  };
}
