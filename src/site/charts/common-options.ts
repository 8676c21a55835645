import type { Chart, ChartOptions, ScaleOptions } from 'chart.js';
import type { Series } from './chart-table.ts';
import { chooseAxis, type Unit } from './choose-axis.ts';
import { chooseLabels } from './choose-labels.ts';
import type { Sketch } from './drawing.ts';
import { textMeasure } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { heardOf } from './spoken-point.ts';

type LinearScale = ScaleOptions<'linear'>;

/** Space between two labels of the x axis, in pixels: less and they read as one. */
export const labelGap = 14;

function fontFor({ family, size }: Palette) {
  return { family, size };
}

/** A number of an axis as it is printed there. */
export function tickText(value: number, unit: Unit, language: string): string {
  const style = unit === 'share' ? 'percent' : 'decimal';
  return value.toLocaleString(language, { style, maximumFractionDigits: 1, numberingSystem: 'latn' });
}

/** A numeric axis from zero, or around the numbers, with light lines across the drawing and none along itself. */
export function valueScale(sketch: Sketch, values: readonly number[]): LinearScale {
  const { unit, palette, language } = sketch;
  const { low, high, step } = chooseAxis(values, unit, sketch.near ? 'around' : 'zero');
  const { rule, rule2, ink2 } = palette.colours;
  return {
    min: low,
    max: high,
    border: { display: false },
    grid: {
      color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? rule2 : rule),
      drawTicks: false,
    },
    ticks: {
      stepSize: step,
      color: ink2,
      font: fontFor(palette),
      padding: 8,
      maxRotation: 0,
      callback: (value) => tickText(Number(value), unit, language),
    },
  };
}

/** A numeric axis along the bottom, with its words under it. */
export function positionScale(sketch: Sketch, high: number, step: number): LinearScale {
  const { palette, language, axisWords } = sketch;
  return {
    type: 'linear',
    min: 0,
    max: high,
    // Ticks at round numbers: even ones up to the end of the axis would be none.
    afterBuildTicks: (scale) => {
      scale.ticks = Array.from({ length: Math.floor(high / step) + 1 }, (_, place) => ({
        value: place * step,
      }));
    },
    border: { display: false },
    grid: { display: false },
    title: {
      display: axisWords !== '',
      text: axisWords,
      color: palette.colours.ink2,
      font: fontFor(palette),
    },
    ticks: {
      stepSize: step,
      color: palette.colours.ink2,
      font: fontFor(palette),
      callback: (value) => tickText(Number(value), 'count', language),
    },
  };
}

/** How labels stand over their places: each centred, or the outer two drawn inwards to stay within the drawing. */
export type LabelAlign = 'center' | 'inner';

function labelPicker(names: readonly string[], palette: Palette, align: LabelAlign) {
  let room = -1;
  let chosen = new Set<number>();
  return (chart: Chart, available: number): Set<number> => {
    if (available === room) return chosen;
    room = available;
    const widths = names.map(textMeasure(chart, palette, 'normal'));
    // Drawn inwards, the last label comes half its width nearer to the one before.
    const inwards = align === 'inner' ? Math.max(0, ...widths) / 2 : 0;
    chosen = new Set(chooseLabels(widths, available, labelGap + inwards));
    return chosen;
  };
}

/** The axis of the rows, as many of their headers printed as have room, the last one always. */
export function namesScale({ table, palette }: Sketch, align: LabelAlign): ScaleOptions<'category'> {
  const names = table.places.map(({ name, label }) => label ?? name);
  const pick = labelPicker(names, palette, align);
  return {
    border: { display: false },
    grid: { display: false },
    ticks: {
      color: palette.colours.ink2,
      font: fontFor(palette),
      autoSkip: false,
      maxRotation: 0,
      align,
      callback(_value, index) {
        // A label left empty keeps its tick: were the tick taken out, the next one would count as the outermost and be drawn inwards.
        return pick(this.chart, this.width || this.chart.width).has(index) ? names[index] : '';
      },
    },
  };
}

/** What all kinds share: no motion, no legend, and a tooltip that repeats the words of the table. */
export function commonOptions(sketch: Sketch, drawn: readonly (Series | null)[]): ChartOptions {
  const { palette, table, language } = sketch;
  const { ink, paper } = palette.colours;
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    plugins: {
      // The ground lies under every line, not only under its own.
      filler: { drawTime: 'beforeDatasetsDraw', propagate: false },
      tooltip: {
        backgroundColor: ink,
        titleColor: paper,
        bodyColor: paper,
        titleFont: { ...fontFor(palette), weight: 'bold' },
        bodyFont: fontFor(palette),
        cornerRadius: 0,
        displayColors: false,
        filter: ({ datasetIndex }) => Boolean(drawn[datasetIndex]),
        callbacks: {
          title: ([item]) => (item ? (table.places[item.dataIndex]?.name ?? '') : ''),
          label: ({ datasetIndex, dataIndex }) => {
            const point = drawn[datasetIndex]?.points[dataIndex];
            return point ? heardOf(point, language) : '';
          },
        },
      },
    },
  };
}
