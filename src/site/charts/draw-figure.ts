import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { barChart } from './bar-chart.ts';
import type { Unit } from './choose-axis.ts';
import type { Drawing, Sketch } from './drawing.ts';
import { funnelChart } from './funnel-chart.ts';
import { lineChart } from './line-chart.ts';
import { multiplesChart } from './multiples-chart.ts';
import { lightPaletteOf, paletteOf, type Palette } from './palette.ts';
import { offerPictures } from './offer-pictures.ts';
import { seriesOf } from './series-of.ts';
import { stackedChart } from './stacked-chart.ts';
import { stepThrough } from './step-through.ts';
import { stepsChart } from './steps-chart.ts';
import { tableCells } from './table-cells.ts';
import { onThemeChange } from './theme.ts';
import { turned } from './turned.ts';
import { writeEachWay } from './write-each-way.ts';

// Only what the kinds need: the rest of Chart.js stays out of the file.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

const kinds: Readonly<Record<string, (sketch: Sketch) => Drawing>> = {
  line: lineChart,
  steps: stepsChart,
  bar: barChart,
  stacked: stackedChart,
  funnel: funnelChart,
  multiples: multiplesChart,
};

function wordsOf(list: string | undefined): string[] {
  return list?.split(' ').filter((word) => word !== '') ?? [];
}

function sketchOf(figure: HTMLElement, palette: Palette): Sketch {
  const [table, limits] = ['table:not([data-limits])', 'table[data-limits]'].map((selector) =>
    figure.querySelector<HTMLTableElement>(selector),
  );
  if (!table) throw new Error('A figure with a chart needs a table');
  const { dataset } = figure;
  return {
    table: seriesOf(dataset.turned === undefined ? tableCells(table) : turned(tableCells(table))),
    limits: limits ? seriesOf(tableCells(limits)) : null,
    unit: (dataset.unit ?? 'count') as Unit,
    palette,
    language: figure.closest<HTMLElement>('[lang]')?.lang ?? 'en',
    band: wordsOf(dataset.band),
    across: dataset.direction === 'across',
    near: dataset.near !== undefined,
    guides: wordsOf(dataset.guides).map(Number),
    axisWords: dataset.axis ?? '',
  };
}

/** The canvas, named by the figure's sentence, and the region that speaks for it. */
function stageIn(figure: HTMLElement, box: HTMLElement) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context) writeEachWay(context);
  canvas.tabIndex = 0;
  // An application takes the arrow keys; an image would leave them to the screen reader.
  canvas.setAttribute('role', 'application');
  const title = figure.querySelector('h3')?.textContent?.trim() ?? '';
  canvas.setAttribute('aria-label', [title, figure.dataset.labelKeys].filter(Boolean).join(' '));
  const said = document.createElement('p');
  said.className = 'vh';
  said.setAttribute('aria-live', 'polite');
  box.append(canvas, said);
  return { canvas, said };
}

/**
 * Draws the chart of a figure into a box from the numbers in its table, and keeps it right when the theme changes.
 *
 * Throws where the figure cannot be drawn; the reader then keeps the table.
 */
export function drawFigure(figure: HTMLElement, box: HTMLElement): void {
  const draw = kinds[figure.dataset.chart ?? ''];
  if (!draw) throw new Error(`No kind of chart is called ${figure.dataset.chart}`);
  const sketch = sketchOf(figure, paletteOf(figure));
  const { series } = sketch.table;
  if (!series.some(({ points }) => points.some(({ value }) => value !== null))) {
    throw new Error('A chart needs at least one number');
  }
  const { canvas, said } = stageIn(figure, box);
  const make = (drawing: Drawing) => ({
    chart: new Chart(canvas, drawing.configuration),
    drawn: drawing.drawn,
  });
  let current = make(draw(sketch));
  onThemeChange(() => {
    current.chart.destroy();
    current = make(draw({ ...sketch, palette: paletteOf(figure) }));
  });
  stepThrough({ canvas, said, table: sketch.table, language: sketch.language, current: () => current });
  offerPictures(figure, () => {
    const palette = lightPaletteOf(figure);
    return { palette, drawing: draw({ ...sketch, palette }), draw: Chart };
  });
}
