import type { ChartConfiguration } from 'chart.js';
import { commonOptions, namesScale, valueScale } from './common-options.ts';
import { reachOf, type Drawing, type Sketch } from './drawing.ts';
import { endLabelRoom, endLabels } from './end-labels.ts';
import { gapWords } from './gap-words.ts';
import { lineSets } from './line-sets.ts';

/** Several series by period: lines with their words at the end. */
export function lineChart(sketch: Sketch): Drawing {
  const { table, palette } = sketch;
  const { sets, drawn, labels } = lineSets(
    sketch,
    table.places.map((_, index) => index),
    false,
  );
  const reach = table.series.flatMap(({ points }) => reachOf(points));
  return {
    drawn,
    configuration: {
      type: 'line',
      data: { labels: table.places.map(({ name }) => name), datasets: sets },
      options: {
        ...commonOptions(sketch, drawn),
        layout: { padding: ({ chart }) => ({ top: 8, right: endLabelRoom(chart, labels, palette) }) },
        scales: { x: namesScale(sketch, 'inner'), y: valueScale(sketch, reach) },
      },
      plugins: [endLabels(labels, palette), gapWords(table.series, table.places.length, palette, 'upright')],
    } as ChartConfiguration,
  };
}
