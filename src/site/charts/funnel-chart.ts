import type { ChartConfiguration } from 'chart.js';
import type { Place, Point, Series } from './chart-table.ts';
import { chooseAxis } from './choose-axis.ts';
import { commonOptions, positionScale, valueScale } from './common-options.ts';
import { reachOf, type Drawing, type Sketch } from './drawing.ts';
import { endLabelRoom, endLabels, type EndLabel } from './end-labels.ts';
import { pointNames } from './point-names.ts';

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Too few to judge: such a row says how many of how many, and no rate. */
function isFew(place: Place | undefined): boolean {
  return place?.look === 'few';
}

/** A series in which a row that only counts stands where its count of its base is. */
function placed(series: Series, places: readonly Place[]): Series {
  return {
    ...series,
    points: series.points.map((point, index) => {
      const { value, base, count, shown } = point;
      const counts = isFew(places[index]) && shown === count && value !== null && base !== null && base > 0;
      return counts ? { ...point, value: value / base, shown: `${count}/${base}` } : point;
    }),
  };
}

function dotOf({ base, value }: Point): Dot {
  return { x: base ?? Number.NaN, y: value ?? Number.NaN };
}

/** A limit as two lines over the bases of its own table: the inner one as a band, the outer one as thin lines. */
function limitSets(limit: Series, positions: readonly number[], { palette }: Sketch) {
  const { ink, band } = palette.colours;
  const inner = limit.key === 'inner';
  const edge = (end: 'low' | 'high', fill: string | false) => ({
    type: 'line' as const,
    data: limit.points.map((point, index) => ({ x: positions[index], y: point[end] ?? Number.NaN })),
    borderColor: ink,
    borderWidth: inner ? 0 : 1.25,
    backgroundColor: band,
    pointRadius: 0,
    pointHoverRadius: 0,
    order: inner ? 3 : 2,
    clip: false as const,
    fill,
  });
  return [edge('high', false), edge('low', inner ? '-1' : false)];
}

/** The line of the whole programme, from side to side. */
function wholeSet(whole: Point, right: number, { palette }: Sketch) {
  return {
    type: 'line' as const,
    data: [0, right].map((x) => ({ x, y: whole.value ?? Number.NaN })),
    borderColor: palette.colours.ink,
    borderWidth: 1.25,
    borderDash: [6, 4],
    pointRadius: 0,
    pointHoverRadius: 0,
    order: 1,
  };
}

function dotSet(series: Series, { table, palette }: Sketch) {
  return {
    type: 'scatter' as const,
    data: series.points.map(dotOf),
    backgroundColor: ({ dataIndex }: { dataIndex: number }) =>
      isFew(table.places[dataIndex]) ? palette.colours.paper : palette.colours.ink,
    borderColor: ({ dataIndex }: { dataIndex: number }) =>
      isFew(table.places[dataIndex]) ? palette.colours.ink : palette.colours.paper,
    borderWidth: 1.5,
    pointRadius: ({ dataIndex }: { dataIndex: number }) => (table.places[dataIndex]?.marked ? 6 : 4),
    pointHoverRadius: 7,
    clip: false as const,
    order: 0,
  };
}

/** The dots, the limits and the whole with what each shows and the words at the lines' ends. */
function funnelSets(sketch: Sketch, series: Series, right: number) {
  const { table, palette, limits } = sketch;
  const positions = limits?.places.map(({ position }) => position ?? Number.NaN) ?? [];
  const sets: object[] = [dotSet(series, sketch)];
  const labels: EndLabel[] = [];
  for (const limit of limits?.series ?? []) {
    labels.push({ dataset: sets.length + 1, text: limit.label, colour: palette.colours.ink2 });
    sets.push(...limitSets(limit, positions, sketch));
  }
  if (series.whole?.value != null) {
    const text = `${table.wholeName} ${series.whole.shown}`;
    labels.push({ dataset: sets.length, text, colour: palette.colours.ink });
    sets.push(wholeSet(series.whole, right, sketch));
  }
  return { sets, labels };
}

/** Points with their base along the bottom, in the mouth of the limits that chance alone allows. */
export function funnelChart(sketch: Sketch): Drawing {
  const { table, palette, limits } = sketch;
  const [first] = table.series;
  const series = first && placed(first, table.places);
  if (!series) return { drawn: [], configuration: { type: 'scatter', data: { datasets: [] } } };
  const bases = series.points.flatMap(({ base, value }) => (base === null || value === null ? [] : [base]));
  const furthest = Math.max(...bases, ...(limits?.places.map(({ position }) => position ?? 0) ?? []), 1);
  const { high, step } = chooseAxis([furthest], 'count');
  const right = limits ? furthest : high;
  const { sets, labels } = funnelSets(sketch, series, right);
  const drawn = sets.map((_, index) => (index === 0 ? series : null));
  const options = commonOptions(sketch, drawn);
  return {
    drawn,
    configuration: {
      type: 'scatter',
      data: { datasets: sets },
      options: {
        ...options,
        interaction: { mode: 'nearest', axis: 'xy', intersect: false },
        layout: {
          padding: ({ chart }: { chart: Parameters<typeof endLabelRoom>[0] }) => ({
            top: 10,
            right: endLabelRoom(chart, labels, palette),
          }),
        },
        scales: { x: positionScale(sketch, right, step), y: valueScale(sketch, reachOf(series.points)) },
      },
      plugins: [endLabels(labels, palette), pointNames(series, table.places, palette)],
    } as unknown as ChartConfiguration,
  };
}
