import type { ChartConfiguration } from 'chart.js';
import { chooseAxis } from './choose-axis.ts';
import { chooseMarks } from './choose-marks.ts';
import { commonOptions, labelGap, positionScale, tickText, valueScale } from './common-options.ts';
import { reachOf, type Drawing, type Sketch } from './drawing.ts';
import { endLabelRoom, endLabels } from './end-labels.ts';
import { guides } from './guides.ts';
import { lineSets } from './line-sets.ts';
import { textMeasure } from './measure-text.ts';

/** A step curve over days, with the band of its interval and dotted guides at the days that a reader asks for. */
export function stepsChart(sketch: Sketch): Drawing {
  const { table, palette } = sketch;
  const positions = table.places.map(({ position }, index) => position ?? index);
  const { sets, drawn, labels } = lineSets(sketch, positions, true);
  const { high, step } = chooseAxis(positions, 'days');
  const x = positionScale(sketch, Math.max(...positions), step);
  if (sketch.guides.length > 0)
    x.afterBuildTicks = (scale) => {
      const most = Math.max(...sketch.guides);
      const wanted = [0, ...sketch.guides, ...(high > most ? [scale.max] : [])].filter(
        (value, index, all) => value <= scale.max && all.indexOf(value) === index,
      );
      const measure = textMeasure(scale.chart, palette, 'normal');
      const marks = wanted.map((value) => ({
        centre: (value / scale.max) * scale.width,
        width: measure(tickText(value, 'count', sketch.language)),
      }));
      // A curve of a year has the first guides within a finger's breadth: their lines stand, and of their numbers those that have room.
      scale.ticks = chooseMarks(marks, labelGap).map((place) => ({ value: wanted[place] ?? 0 }));
    };
  const reach = table.series.flatMap(({ points }) => reachOf(points));
  return {
    drawn,
    configuration: {
      type: 'line',
      data: { datasets: sets },
      options: {
        ...commonOptions(sketch, drawn),
        layout: { padding: ({ chart }) => ({ top: 8, right: endLabelRoom(chart, labels, palette) }) },
        scales: { x, y: valueScale(sketch, reach) },
      },
      plugins: [guides(sketch.guides, palette), endLabels(labels, palette)],
    } as ChartConfiguration,
  };
}
