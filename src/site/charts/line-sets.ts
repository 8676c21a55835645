import type { ChartDataset } from 'chart.js';
import type { Series } from './chart-table.ts';
import { hasInterval, type Sketch } from './drawing.ts';
import type { EndLabel } from './end-labels.ts';
import { lineLook } from './look.ts';

type LineSet = ChartDataset<'line', { x: number; y: number }[]>;

/** Lines as Chart.js takes them, what each shows, and the words at their ends. */
export interface LineSets {
  readonly sets: LineSet[];
  readonly drawn: (Series | null)[];
  readonly labels: EndLabel[];
}

type End = 'value' | 'low' | 'high';

/** The points of one end; a gap is not a number, which Chart.js leaves open. */
function pointsOf(series: Series, end: End, positions: readonly number[]): { x: number; y: number }[] {
  return series.points.map((point, index) => ({ x: positions[index] ?? index, y: point[end] ?? Number.NaN }));
}

function lineSet(series: Series, sketch: Sketch, positions: readonly number[], stepped: boolean): LineSet {
  const { colour, width, dash } = lineLook(series.look);
  const paint = sketch.palette.colours[colour];
  const last = series.points.findLastIndex(({ value }) => value !== null);
  const isMarked = (index: number) => !hasInterval(series) && sketch.table.places[index]?.marked === true;
  const alone = (index: number) =>
    series.points[index - 1]?.value == null && series.points[index + 1]?.value == null;
  return {
    type: 'line',
    data: pointsOf(series, 'value', positions),
    borderColor: paint,
    borderWidth: width,
    borderDash: [...dash],
    borderJoinStyle: 'round',
    backgroundColor: paint,
    clip: false,
    stepped: stepped ? 'before' : false,
    // A point between two gaps has no line to show it; a marked one is a signal.
    pointRadius: ({ dataIndex }) =>
      isMarked(dataIndex) ? 6 : dataIndex === last || alone(dataIndex) ? 4 : 0,
    pointHoverRadius: 5,
    pointBackgroundColor: paint,
    pointBorderWidth: 0,
  };
}

function intervalSets(
  series: Series,
  sketch: Sketch,
  positions: readonly number[],
  stepped: boolean,
): LineSet[] {
  const edge = (end: 'low' | 'high', fill: string | false): LineSet => ({
    type: 'line',
    data: pointsOf(series, end, positions),
    borderWidth: 0,
    pointRadius: 0,
    pointHoverRadius: 0,
    stepped: stepped ? 'before' : false,
    backgroundColor: sketch.palette.colours.band,
    fill,
    order: 1,
  });
  return [edge('low', false), edge('high', '-1')];
}

/** Makes the lines of a table, each over the band of its interval, with its word and last number at its end. */
export function lineSets(sketch: Sketch, positions: readonly number[], stepped: boolean): LineSets {
  const sets: LineSet[] = [];
  const drawn: (Series | null)[] = [];
  const labels: EndLabel[] = [];
  for (const series of sketch.table.series) {
    if (hasInterval(series)) {
      sets.push(...intervalSets(series, sketch, positions, stepped));
      drawn.push(null, null);
    }
    const last = series.points.findLast(({ value }) => value !== null);
    if (last) {
      const colour = sketch.palette.colours[lineLook(series.look).colour];
      labels.push({ dataset: sets.length, text: `${series.label} ${last.shown}`, colour });
    }
    sets.push(lineSet(series, sketch, positions, stepped));
    drawn.push(series);
  }
  groundBetween(sketch, sets, drawn);
  return { sets, drawn, labels };
}

/** Fills the ground between two series: between found and confirmed lies what is still owed. */
function groundBetween(sketch: Sketch, sets: LineSet[], drawn: readonly (Series | null)[]): void {
  const [upper, lower] = sketch.band.map((key) => drawn.findIndex((series) => series?.key === key));
  const set = sets[upper ?? -1];
  if (!set || lower === undefined || lower < 0) return;
  set.fill = lower;
  set.backgroundColor = sketch.palette.colours.band;
}
