import type { ChartOptions } from 'chart.js';
import { describe, expect, test } from 'vitest';
import { barChart } from '../../../src/site/charts/bar-chart.ts';
import type { ChartTable, Point, Series } from '../../../src/site/charts/chart-table.ts';
import type { Drawing, Sketch } from '../../../src/site/charts/drawing.ts';
import { funnelChart } from '../../../src/site/charts/funnel-chart.ts';
import { gapWords } from '../../../src/site/charts/gap-words.ts';
import { lineChart } from '../../../src/site/charts/line-chart.ts';
import { multiplesChart } from '../../../src/site/charts/multiples-chart.ts';
import type { Palette, Token } from '../../../src/site/charts/palette.ts';
import { stackedChart } from '../../../src/site/charts/stacked-chart.ts';
import { stepsChart } from '../../../src/site/charts/steps-chart.ts';

const colours = new Proxy({} as Record<Token, string>, { get: (_, token) => `colour of ${String(token)}` });
const palette: Palette = { colours, family: 'sans-serif', size: 13 };

function point(value: number | null, more: Partial<Point> = {}): Point {
  const text = value === null ? 'None' : String(value);
  const heard = [['Column', text]] as const;
  return {
    value,
    low: null,
    high: null,
    base: null,
    shown: value === null ? '' : text,
    count: '',
    text,
    heard,
    ...more,
  };
}

function series(key: string, ...points: Point[]): Series {
  return { key, look: key, name: key, label: key, points };
}

function sketch(all: readonly Series[], more: Partial<Sketch> = {}): Sketch {
  const rows = all[0]?.points.length ?? 0;
  const places = Array.from({ length: rows }, (_, row) => ({
    name: `row ${row}`,
    position: row * 10,
    look: undefined,
    marked: false,
  }));
  const table: ChartTable = { places, series: all, wholeName: 'Whole' };
  const rest = {
    language: 'en',
    band: [],
    across: false,
    near: false,
    guides: [],
    axisWords: '',
    limits: null,
  };
  return { table, unit: 'count', palette, ...rest, ...more };
}

/** The data sets of a drawing as plain records. */
function setsOf({ configuration }: Drawing): Record<string, unknown>[] {
  return configuration.data.datasets as unknown as Record<string, unknown>[];
}

function axisOf({ configuration }: Drawing, name: string): { min?: number; max?: number } {
  return (
    (
      (configuration.options as ChartOptions<'line'>).scales as Record<string, { min?: number; max?: number }>
    )[name] ?? {}
  );
}

const found = series('found', point(20), point(48), point(80));
const claimed = series('claimed', point(5), point(25), point(50));
const confirmed = series('confirmed', point(2), point(null), point(44));

describe('a line chart', () => {
  const drawing = lineChart(sketch([found, claimed, confirmed], { band: ['found', 'confirmed'] }));
  const [foundSet, claimedSet, confirmedSet] = setsOf(drawing);

  test('draws each series as the design says: ink, dashed ochre, thick teal', () => {
    expect(
      [foundSet, claimedSet, confirmedSet].map((set) => [
        set?.borderColor,
        set?.borderWidth,
        set?.borderDash,
      ]),
    ).toEqual([
      ['colour of ink', 2.5, []],
      ['colour of aw', 2.5, [6, 4]],
      ['colour of ok', 3.5, []],
    ]);
  });

  test('leaves a gap where there is no number: never 0, never bridged', () => {
    const ys = ((confirmedSet?.data ?? []) as { y: number }[]).map(({ y }) => y);
    expect(ys).toEqual([2, Number.NaN, 44]);
    expect(confirmedSet).not.toHaveProperty('spanGaps');
  });

  test('fills the ground between found and confirmed', () => {
    expect(foundSet).toMatchObject({ fill: 2, backgroundColor: 'colour of band' });
  });

  test('begins at zero, moves nothing and has no legend', () => {
    expect(axisOf(drawing, 'y').min).toBe(0);
    expect(drawing.configuration.options?.animation).toBe(false);
    expect(drawing.configuration.options?.plugins?.legend).toBeUndefined();
  });

  test('a share near the whole keeps its full line: the axis ends at 100 % and nothing is clipped', () => {
    const high = lineChart(sketch([series('confirmed', point(0.97), point(1))], { unit: 'share' }));
    expect(axisOf(high, 'y').max).toBe(1);
    expect(setsOf(high)[0]?.clip).toBe(false);
  });

  test('an interval is a band under its line, which says nothing of itself', () => {
    const ranged = series('confirmed', point(0.5, { low: 0.4, high: 0.6 }), point(null));
    const withBand = lineChart(sketch([ranged], { unit: 'share' }));
    expect(withBand.drawn).toEqual([null, null, ranged]);
    expect(setsOf(withBand).map((set) => (set.data as { y: number }[])[0]?.y)).toEqual([0.4, 0.6, 0.5]);
    expect(setsOf(withBand)[1]).toMatchObject({ fill: '-1', borderWidth: 0 });
  });

  test('a table without rows is an empty drawing', () => {
    expect(setsOf(lineChart(sketch([series('found')]))).map((set) => set.data)).toEqual([[]]);
  });
});

test('a step curve holds each value until the next and stands on the days of its rows', () => {
  const drawing = stepsChart(sketch([found], { guides: [15, 30] }));
  expect(setsOf(drawing)[0]).toMatchObject({
    stepped: 'before',
    data: [
      { x: 0, y: 20 },
      { x: 10, y: 48 },
      { x: 20, y: 80 },
    ],
  });
  expect(axisOf(drawing, 'x')).toMatchObject({ min: 0, max: 20 });
});

test('a step curve of more than a year on a phone numbers those of its guides that have room', () => {
  const long = Array.from({ length: 41 }, (_, place) => point(place));
  const { configuration } = stepsChart(sketch([series('confirmed', ...long)], { guides: [15, 30, 60] }));
  const { x } = (configuration.options as ChartOptions<'line'>).scales as unknown as Record<
    string,
    { afterBuildTicks: (scale: Record<string, unknown>) => void }
  >;
  const ctx = {
    save: () => {},
    restore: () => {},
    measureText: (text: string) => ({ width: text.length * 7 }),
  };
  const numbersAt = (width: number) => {
    const scale = { max: 400, width, chart: { ctx }, ticks: [] as { value: number }[] };
    x?.afterBuildTicks(scale);
    return scale.ticks.map(({ value }) => value);
  };
  expect(numbersAt(300)).toEqual([0, 60, 400]);
  expect(numbersAt(1000)).toEqual([0, 15, 30, 60, 400]);
});

test('bars leave a place empty where there is no number', () => {
  expect(setsOf(barChart(sketch([confirmed])))[0]?.data).toEqual([2, null, 44]);
});

test('a bar takes the look of its row before that of its series', () => {
  const base = sketch([series('plain', point(1))]);
  const places = [{ name: 'Very satisfied', position: null, look: 'very_satisfied', marked: false }];
  const drawing = barChart({ ...base, table: { ...base.table, places } });
  expect(setsOf(drawing)[0]?.backgroundColor).toEqual(['colour of g1']);
});

test('a control chart of a rate reaches around its limits, not to zero', () => {
  const rate = series('found', point(0.93), point(0.94));
  const usual = series('usual', point(0.93, { low: 0.9, high: 0.96 }), point(0.93, { low: 0.9, high: 0.96 }));
  const drawing = lineChart(sketch([rate, usual], { unit: 'share', near: true }));
  expect(axisOf(drawing, 'y').min).toBeCloseTo(0.9, 12);
});

test('too few to judge is a hollow point of a funnel, at its count of its base', () => {
  const few = series('rate', point(4, { base: 5, count: '4', shown: '4' }), point(0.5, { base: 20 }));
  const base = sketch([few], { unit: 'share' });
  const [first, ...others] = base.table.places;
  const places = [{ ...first, look: 'few' }, ...others] as ChartTable['places'];
  const [dots] = setsOf(funnelChart({ ...base, table: { ...base.table, places } }));
  expect(dots?.['data']).toEqual([
    { x: 5, y: 0.8 },
    { x: 20, y: 0.5 },
  ]);
  const ground = dots?.['backgroundColor'] as (at: { dataIndex: number }) => string;
  expect([0, 1].map((dataIndex) => ground({ dataIndex }))).toEqual(['colour of paper', 'colour of ink']);
});

describe('a funnel', () => {
  const rate: Series = {
    ...series('rate', point(0.5, { base: 32 }), point(null, { base: 7 })),
    whole: point(0.78),
  };
  const limits: ChartTable = {
    places: [
      { name: '5', position: 5, look: undefined, marked: false },
      { name: '40', position: 40, look: undefined, marked: false },
    ],
    series: [
      series('inner', point(null, { low: 0.4, high: 1 }), point(null, { low: 0.6, high: 0.9 })),
      series('outer', point(null, { low: 0.1, high: 1 }), point(null, { low: 0.5, high: 1 })),
    ],
    wholeName: '',
  };
  const drawing = funnelChart(sketch([rate], { unit: 'share', limits }));

  test('stands each point over its base, and none that has too few to judge', () => {
    expect(setsOf(drawing)[0]?.data).toEqual([
      { x: 32, y: 0.5 },
      { x: 7, y: Number.NaN },
    ]);
  });

  test('draws the limits and the whole programme, and speaks only of the points', () => {
    expect(setsOf(drawing)).toHaveLength(6);
    expect(drawing.drawn).toEqual([rate, null, null, null, null, null]);
    expect(setsOf(drawing)[5]?.data).toEqual([
      { x: 0, y: 0.78 },
      { x: 40, y: 0.78 },
    ]);
  });
});

describe('small multiples', () => {
  const drawing = multiplesChart(
    sketch([found, series('b', point(0), point(null), point(40, { marked: true }))]),
  );

  test('share one scale from zero, leave gaps open, clip nothing and mark signals with a square', () => {
    expect(axisOf(drawing, 'y')).toMatchObject({ min: 0, max: 80 });
    const second = setsOf(drawing)[1];
    expect(second?.data).toEqual([0, null, 40]);
    expect(second?.clip).toBe(false);
    const styleAt = second?.pointStyle as (at: { dataIndex: number }) => string;
    expect([0, 2].map((dataIndex) => styleAt({ dataIndex }))).toEqual(['circle', 'rect']);
  });

  test('stand each in a place of its own, the same height for the same number', () => {
    const placed = [0, 1].map(() => [0, 1, 2].map(() => ({ x: 0, y: 0 })));
    const chart = { width: 316, height: 116, getDatasetMeta: (at: number) => ({ data: placed[at] }) };
    const [placing] = drawing.configuration.plugins ?? [];
    placing?.afterDatasetsUpdate?.(chart as never, { mode: 'default', cancelable: true }, {});
    const [first = [], second = []] = placed;
    expect(second[0]?.x).toBeGreaterThan(first[2]?.x ?? Number.NaN);
    // 80 stands at the top, 0 at the bottom, 40 half-way, in both.
    expect(second[2]?.y).toBeCloseTo(((first[2]?.y ?? 0) + (second[0]?.y ?? 0)) / 2, 9);
    expect(Number.isNaN(second[1]?.y)).toBe(true);
  });

  test('a name stands nearer to its own drawing than to the one above it', () => {
    const all = ['a', 'b', 'c', 'd'].map((key) => series(key, point(0), point(80)));
    const [, naming] = multiplesChart(sketch(all)).configuration.plugins ?? [];
    const names = new Map<string, number>();
    const lines: number[] = [];
    const ctx = {
      save: () => {},
      restore: () => {},
      measureText: (text: string) => ({ width: text.length * 10 }),
      fillText: (text: string, _: number, y: number) => names.set(text, y),
      beginPath: () => {},
      moveTo: (_: number, y: number) => lines.push(y),
      lineTo: () => {},
      stroke: () => {},
    };
    const chart = { ctx, width: 316, height: 232, getDatasetMeta: () => ({ data: [] }) };
    naming?.beforeDatasetsDraw?.(chart as never, { cancelable: true }, {});
    const [top, above] = [Math.min(...lines.slice(4)), Math.max(...lines.slice(0, 4))];
    const name = names.get('c') ?? Number.NaN;
    const lineHeight = 16;
    expect(top - (name + lineHeight)).toBeLessThan((name - above) / 3);
  });
});

/** What a plugin writes over the places of an axis, and where. */
function writtenBy(series: readonly Series[], width: number): string[] {
  const written: string[] = [];
  const ctx = {
    save: () => {},
    restore: () => {},
    measureText: (text: string) => ({ width: text.length * 10 }),
    fillText: (text: string) => written.push(text),
  };
  const chart = {
    ctx,
    chartArea: { left: 0, right: width, top: 0, bottom: 100, width },
    scales: { x: { getPixelForValue: (row: number) => row * 10 } },
  };
  const plugin = gapWords(series, series[0]?.points.length ?? 0, palette, 'upright');
  plugin.afterDatasetsDraw?.(chart as never, {}, {}, false);
  return written;
}

describe('a place over the axis without a number', () => {
  const gaps = series('found', point(0), point(null, { text: '没有' }), point(null, { text: '… 不公布' }));

  test('says why in words: none is not withheld, and neither is zero', () => {
    expect(writtenBy([gaps], 300)).toEqual(['没有', '… 不公布']);
  });

  test('has a dash where the words have no room', () => {
    expect(writtenBy([gaps], 30)).toEqual(['–', '–']);
  });
});

test('names beside bars keep to the height of their bar, whatever their length and the width of the phone', () => {
  const questions = 7;
  const base = sketch([series('very_satisfied', ...Array.from({ length: questions }, () => point(0.5)))], {
    across: true,
    unit: 'share',
  });
  const name = 'How satisfied are you with what you were told beforehand about papers and steps?';
  const places = base.table.places.map((place) => ({ ...place, name }));
  const { configuration } = stackedChart({ ...base, table: { ...base.table, places } });
  const { y } = (configuration.options as ChartOptions<'bar'>).scales as Record<
    string,
    { ticks: { callback: (value: unknown, index: number) => string[] } }
  >;
  const ctx = {
    save: () => {},
    restore: () => {},
    measureText: (text: string) => ({ width: text.length * 7 }),
  };
  for (const width of [290, 358, 700]) {
    const lines = y?.ticks.callback.call({ chart: { width, height: 448, ctx } }, 0, 3) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.length * palette.size * 1.2).toBeLessThanOrEqual(448 / questions);
  }
});
