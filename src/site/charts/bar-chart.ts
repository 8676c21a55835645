import type { ChartConfiguration } from 'chart.js';
import { barKey, barKeyRoom } from './bar-key.ts';
import { barScales } from './bar-scales.ts';
import { barWords, barWordsRoom, type BarWords } from './bar-words.ts';
import type { Series } from './chart-table.ts';
import { commonOptions } from './common-options.ts';
import { hasInterval, reachOf, type Drawing, type Sketch } from './drawing.ts';
import { fillOf } from './fill.ts';
import { gapWords } from './gap-words.ts';
import { fillLook } from './look.ts';
import { whiskers } from './whiskers.ts';

/** The paint of each bar: that of its row, where the row has a look of its own, else that of its series. */
function paintsOf(series: Series, { table, palette }: Sketch) {
  const looks = table.places.map(({ look }) => fillLook(look ?? series.look));
  return {
    backgroundColor: looks.map((look) => fillOf(look, palette)),
    borderColor: looks.map((look) => palette.colours[look.colour]),
    borderWidth: looks.map((look) => (look.kind === 'solid' ? 0 : 1)),
  };
}

/** The number past the end of each bar, where no whisker is in its way. */
function wordsOf(sketch: Sketch): BarWords[] {
  return sketch.table.series.flatMap((series, dataset): BarWords[] =>
    hasInterval(series)
      ? []
      : [
          {
            dataset,
            at: 'end',
            colour: sketch.palette.colours.ink,
            texts: series.points.map(({ shown }) => shown),
          },
        ],
  );
}

/** One bar a row and series, from zero, with its interval as a whisker or its number past its end. */
export function barChart(sketch: Sketch): Drawing {
  const { table, palette, across } = sketch;
  const words = wordsOf(sketch);
  const texts = words.flatMap((one) => one.texts);
  const reach = table.series.flatMap(({ points }) => reachOf(points));
  return {
    drawn: table.series,
    configuration: {
      type: 'bar',
      data: {
        labels: table.places.map(({ name }) => name),
        datasets: table.series.map((series) => ({
          data: series.points.map(({ value }) => value),
          maxBarThickness: 40,
          clip: false,
          ...paintsOf(series, sketch),
        })),
      },
      options: {
        ...commonOptions(sketch, table.series),
        indexAxis: across ? 'y' : 'x',
        layout: {
          padding: ({ chart }) => ({
            top: barKeyRoom(chart, table.series, palette) + (across ? 0 : palette.size + 8),
            right: across ? barWordsRoom(chart, texts, palette) : 0,
          }),
        },
        scales: barScales(sketch, across, reach),
      },
      plugins: [
        barKey(table.series, palette),
        barWords(words, palette),
        whiskers(table.series, across, palette),
        gapWords(table.series, table.places.length, palette, across ? 'across' : 'upright'),
      ],
    } as ChartConfiguration,
  };
}
