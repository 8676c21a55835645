import type { Chart, Plugin } from 'chart.js';
import type { Place, Series } from './chart-table.ts';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';
import { placeNames, type Box, type Dot, type Named } from './place-names.ts';
import { wrapText } from './wrap-text.ts';

/** Distance between the lines of a name, and from which gap on a thin line leads from a name to its point, in pixels. */
const lineHeight = 16;
const leadFrom = 16;

/** A name takes at most this share of the drawing's width, but always this many pixels; a longer one breaks. */
const widestShare = 0.45;
const leastWidth = 110;

/** Whether a point is drawn: one of a body without cases has no place, or half of one. */
const isDrawn = ({ x, y }: Dot) => Number.isFinite(x) && Number.isFinite(y);

/** A name in its lines, with the point that it belongs to. */
interface Name extends Named {
  readonly lines: readonly string[];
}

function namesOf(chart: Chart, series: Series, places: readonly Place[], palette: Palette): Name[] {
  const widthOf = textMeasure(chart, palette, 'bold');
  const room = Math.max(leastWidth, chart.chartArea.width * widestShare);
  return chart.getDatasetMeta(0).data.flatMap(({ x, y }, index) => {
    const place = places[index];
    if (!place?.marked || !isDrawn({ x, y })) return [];
    const lines = wrapText(
      `${place.label ?? place.name} ${series.points[index]?.shown ?? ''}`,
      room,
      widthOf,
    );
    const width = Math.max(0, ...lines.map(widthOf));
    return [{ x, y, lines, width, height: lines.length * lineHeight }];
  });
}

/** The point of a box that is nearest to a dot. */
function nearest({ x, y }: Dot, { left, top, right, bottom }: Box): Dot {
  return { x: Math.max(left, Math.min(x, right)), y: Math.max(top, Math.min(y, bottom)) };
}

/** Writes the names of marked points beside them, where they cover neither each other nor a point. */
export function pointNames(series: Series, places: readonly Place[], palette: Palette): Plugin {
  return {
    id: 'pointNames',
    afterDatasetsDraw(chart) {
      const names = namesOf(chart, series, places, palette);
      const dots = chart.getDatasetMeta(0).data.filter(isDrawn);
      const boxes = placeNames(names, dots, chart.chartArea);
      const { ctx } = chart;
      ctx.save();
      ctx.font = fontOf(palette, 'bold');
      ctx.textBaseline = 'middle';
      ctx.lineJoin = 'round';
      ctx.fillStyle = palette.colours.ink;
      names.forEach((name, index) => {
        const box = boxes[index];
        if (box === undefined) return;
        const end = nearest(name, box);
        if (Math.hypot(end.x - name.x, end.y - name.y) > leadFrom) {
          ctx.strokeStyle = palette.colours.ink2;
          ctx.lineWidth = 1;
          ctx.beginPath();
          ctx.moveTo(name.x, name.y);
          ctx.lineTo(end.x, end.y);
          ctx.stroke();
        }
        ctx.strokeStyle = palette.colours.paper;
        ctx.lineWidth = 4;
        // A name at the left of its point ends there.
        const before = box.right <= name.x;
        ctx.textAlign = before ? 'end' : 'start';
        name.lines.forEach((line, below) => {
          const middle = box.top + (below + 0.5) * lineHeight;
          ctx.strokeText(line, before ? box.right : box.left, middle);
          ctx.fillText(line, before ? box.right : box.left, middle);
        });
      });
      ctx.restore();
    },
  };
}
