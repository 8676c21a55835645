import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { Series } from './chart-table.ts';
import { commonOptions } from './common-options.ts';
import { cutLines } from './cut-lines.ts';
import { reachOf, type Drawing, type Sketch } from './drawing.ts';
import { textMeasure } from './measure-text.ts';
import { fontOf, type Palette } from './palette.ts';
import { panelsIn } from './panels.ts';
import { wrapText } from './wrap-text.ts';

/** Of small drawings, in pixels: between one and the next beside and below it; lines of a name, above its highest point, beside its last one for its number. */
const gutter = 16;
const between = 26;
const lineHeight = 16;
const nameLines = 2;
const headroom = 8;
const numberRoom = 28;
const numberGap = 8;

/** Where one small drawing lies: the last line of its name ends at `name`, its own line is between `top` and `bottom`. */
interface Panel {
  readonly left: number;
  readonly right: number;
  readonly name: number;
  readonly top: number;
  readonly bottom: number;
}

function panelAt(chart: Chart, place: number, panels: number): Panel {
  const { columns, height } = panelsIn(chart.width, panels);
  const rows = Math.ceil(panels / columns);
  const [wide, high] = [(chart.width + gutter) / columns, Math.min(chart.height, height) / rows];
  const left = (place % columns) * wide;
  const row = Math.floor(place / columns) * high;
  const name = row + nameLines * lineHeight;
  return { left, right: left + wide - gutter, name, top: name + headroom, bottom: row + high - between };
}

/** Moves the points of every series into its own small drawing; all share one scale, from zero. */
function placing(all: readonly Series[], most: number): Plugin {
  return {
    id: 'placing',
    afterDatasetsUpdate(chart) {
      all.forEach((series, dataset) => {
        const { left, right, top, bottom } = panelAt(chart, dataset, all.length);
        const step = (right - numberRoom - left) / Math.max(1, series.points.length - 1);
        chart.getDatasetMeta(dataset).data.forEach((element, index) => {
          const value = series.points[index]?.value ?? Number.NaN;
          element.x = left + index * step;
          element.y = bottom - (value / most) * (bottom - top);
        });
      });
    },
  };
}

/**
 * Writes in each small drawing whose it is, its last number, and where there is no number why. A name stands right above the lines
 * that close its own drawing in, one at zero and one at the top of the scale: nearer to it than to the drawing above.
 */
function naming(all: readonly Series[], palette: Palette): Plugin {
  return {
    id: 'naming',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const widthOf = textMeasure(chart, palette, 'normal');
      ctx.save();
      ctx.font = fontOf(palette, 'normal');
      ctx.lineWidth = 1;
      all.forEach(({ name, points }, dataset) => {
        const panel = panelAt(chart, dataset, all.length);
        const { left, right, top, bottom } = panel;
        const lines = cutLines(wrapText(name, right - left, widthOf), nameLines);
        ctx.fillStyle = palette.colours.ink;
        ctx.textBaseline = 'top';
        lines.forEach((line, index) => {
          ctx.fillText(line, left, panel.name - (lines.length - index) * lineHeight);
        });
        for (const [colour, y] of [
          ['rule', top],
          ['rule2', bottom],
        ] as const) {
          ctx.strokeStyle = palette.colours[colour];
          ctx.beginPath();
          ctx.moveTo(left, y);
          ctx.lineTo(right - numberRoom, y);
          ctx.stroke();
        }
        ctx.textBaseline = 'middle';
        const last = points.findLastIndex(({ value }) => value !== null);
        const end = chart.getDatasetMeta(dataset).data[last];
        if (end) ctx.fillText(points[last]?.shown ?? '', end.x + numberGap, end.y);
        else {
          ctx.fillStyle = palette.colours.ink2;
          ctx.fillText(points[0]?.text ?? '', left, bottom - lineHeight);
        }
      });
      ctx.restore();
    },
  };
}

function lineSet({ points }: Series, { palette }: Sketch) {
  const last = points.findLastIndex(({ value }) => value !== null);
  const alone = (index: number) => points[index - 1]?.value == null && points[index + 1]?.value == null;
  return {
    data: points.map(({ value }) => value),
    borderColor: palette.colours.ink,
    backgroundColor: palette.colours.ink,
    borderWidth: 1.5,
    borderJoinStyle: 'round' as const,
    clip: false as const,
    pointStyle: ({ dataIndex }: { dataIndex: number }) => (points[dataIndex]?.marked ? 'rect' : 'circle'),
    // A signal is a square; a point between two gaps has no line to show it.
    pointRadius: ({ dataIndex }: { dataIndex: number }) =>
      points[dataIndex]?.marked ? 5 : dataIndex === last || alone(dataIndex) ? 2.5 : 0,
    pointHoverRadius: 5,
    pointBorderWidth: 0,
  };
}

/** One small line a series, each in a drawing of its own beside the others, all on one scale from zero. */
export function multiplesChart(sketch: Sketch): Drawing {
  const { table, palette } = sketch;
  const most = Math.max(1, ...table.series.flatMap(({ points }) => reachOf(points)));
  return {
    drawn: table.series,
    heightIn: (width) => panelsIn(width, table.series.length).height,
    configuration: {
      type: 'line',
      data: {
        labels: table.places.map(({ name }) => name),
        datasets: table.series.map((series) => lineSet(series, sketch)),
      },
      options: {
        ...commonOptions(sketch, table.series),
        interaction: { mode: 'nearest', axis: 'xy', intersect: false },
        layout: { autoPadding: false },
        scales: { x: { display: false }, y: { display: false, min: 0, max: most } },
      },
      plugins: [placing(table.series, most), naming(table.series, palette)],
    } as ChartConfiguration,
  };
}
