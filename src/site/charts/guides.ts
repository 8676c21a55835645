import type { Plugin } from 'chart.js';
import type { Palette } from './palette.ts';

/** Draws dotted upright lines at positions of the x axis, behind the data. */
export function guides(positions: readonly number[], { colours }: Palette): Plugin {
  return {
    id: 'guides',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      ctx.save();
      ctx.strokeStyle = colours.rule2;
      ctx.setLineDash([2, 3]);
      for (const position of positions) {
        const x = scales.x?.getPixelForValue(position) ?? chartArea.left;
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
