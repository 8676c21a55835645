import type { ChartConfiguration } from 'chart.js';
import { barScales } from './bar-scales.ts';
import { barWords, barWordsRoom, type BarWords } from './bar-words.ts';
import type { Series } from './chart-table.ts';
import { commonOptions } from './common-options.ts';
import type { Drawing, Sketch } from './drawing.ts';
import { fillOf } from './fill.ts';
import { gapWords } from './gap-words.ts';
import { fillLook, inSegmentOrder, negativeGrades } from './look.ts';

/** The counts of both negative grades past the end of each bar, as `52+25`: their segments are too small for words. */
function negativeTexts(sketch: Sketch, series: readonly Series[]): string[] {
  const negative = series.filter(({ look }) => negativeGrades.includes(look));
  return sketch.table.places.map((_, index) =>
    negative
      .map(({ points }) => points[index]?.count || points[index]?.shown || '')
      .filter((text) => text !== '')
      .join('+'),
  );
}

/** The count inside each segment that has room and a ground to read it on. */
function insideWords(series: readonly Series[], { palette }: Sketch): BarWords[] {
  return series.flatMap(({ look, points }, dataset): BarWords[] => {
    const { words } = fillLook(look);
    if (words === null) return [];
    const texts = points.map(({ count, shown }) => count || shown);
    return [{ dataset, at: 'inside', colour: palette.colours[words], texts }];
  });
}

/** The furthest that a row of segments reaches. */
function longest(series: readonly Series[], rows: number): number[] {
  return Array.from({ length: rows }, (_, index) =>
    series.reduce((sum, { points }) => sum + (points[index]?.value ?? 0), 0),
  );
}

/** One bar a row, of segments in their fixed order, separated by paper. */
export function stackedChart(sketch: Sketch): Drawing {
  const { table, palette, unit } = sketch;
  const series = inSegmentOrder(table.series, ({ look }) => look);
  const past = negativeTexts(sketch, series);
  const ends: BarWords = {
    dataset: series.length - 1,
    at: 'end',
    colour: palette.colours.ink,
    texts: past,
  };
  // Shares that were rounded for print may add up to a hair over the whole; the axis still ends there.
  const reach = unit === 'share' ? [1] : longest(series, table.places.length);
  return {
    drawn: series,
    configuration: {
      type: 'bar',
      data: {
        labels: table.places.map(({ name }) => name),
        datasets: series.map(({ look, points }) => ({
          data: points.map(({ value }) => value),
          backgroundColor: fillOf(fillLook(look), palette),
          borderColor: fillLook(look).kind === 'hollow' ? palette.colours.pr : palette.colours.paper,
          borderWidth: 0.7,
          borderSkipped: false,
          maxBarThickness: 34,
        })),
      },
      options: {
        ...commonOptions(sketch, series),
        indexAxis: 'y',
        layout: { padding: ({ chart }) => ({ right: barWordsRoom(chart, past, palette) }) },
        scales: stackedScales(sketch, reach),
      },
      plugins: [
        barWords([...insideWords(series, sketch), ends], palette),
        gapWords(series, table.places.length, palette, 'across'),
      ],
    } as ChartConfiguration,
  };
}

function stackedScales(sketch: Sketch, reach: readonly number[]) {
  const { x, y } = barScales(sketch, true, reach);
  return { x: { ...x, stacked: true }, y: { ...y, stacked: true } };
}
