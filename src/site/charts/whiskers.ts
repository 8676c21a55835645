import type { Plugin } from 'chart.js';
import type { Series } from './chart-table.ts';
import type { Palette } from './palette.ts';

/** Half the width of a whisker's ends, in pixels. */
const halfEnd = 4;

/** Draws the interval of each bar as a line over its end. */
export function whiskers(drawn: readonly (Series | null)[], across: boolean, { colours }: Palette): Plugin {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const scale = chart.scales[across ? 'x' : 'y'];
      if (!scale) return;
      const line = (along: [number, number], beside: [number, number]) => {
        ctx.moveTo(...(across ? ([along[0], beside[0]] as const) : ([beside[0], along[0]] as const)));
        ctx.lineTo(...(across ? ([along[1], beside[1]] as const) : ([beside[1], along[1]] as const)));
      };
      ctx.save();
      for (const [width, colour] of [
        [4.5, colours.paper],
        [1.5, colours.ink],
      ] as const) {
        ctx.lineWidth = width;
        ctx.strokeStyle = colour;
        ctx.beginPath();
        drawn.forEach((series, dataset) => {
          chart.getDatasetMeta(dataset).data.forEach((bar, index) => {
            const point = series?.points[index];
            if (point?.low == null || point.high == null) return;
            const [low, high] = [scale.getPixelForValue(point.low), scale.getPixelForValue(point.high)];
            const middle = across ? bar.y : bar.x;
            line([low, high], [middle, middle]);
            line([low, low], [middle - halfEnd, middle + halfEnd]);
            line([high, high], [middle - halfEnd, middle + halfEnd]);
          });
        });
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
