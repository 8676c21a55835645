import type { Chart } from 'chart.js';
import type { Drawing } from './drawing.ts';
import { fillOf } from './fill.ts';
import { fillLook } from './look.ts';
import type { Palette } from './palette.ts';
import { surfaces, type Form, type Surface } from './surface.ts';
import { wrapText } from './wrap-text.ts';

/** A chart ready to be drawn for passing on, and what draws it, which the page has loaded already. */
export interface Print {
  readonly palette: Palette;
  readonly drawing: Drawing;
  readonly draw: typeof Chart;
}

/** Sizes of a picture in pixels of the page. */
const width = 1000;
const usualHeight = 460;
const margin = 32;

/** One passage of text in a picture. */
interface Passage {
  readonly text: string;
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  readonly colour: string;
}

function trimmed(figure: HTMLElement, selector: string): string[] {
  return [...figure.querySelectorAll(selector)]
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

function passagesOf(figure: HTMLElement, { colours }: Palette): { above: Passage[]; below: Passage[] } {
  const passage = (size: number, weight: 'normal' | 'bold', colour: string) => (text: string) => ({
    text,
    size,
    weight,
    colour,
  });
  const demonstration = figure.dataset.demonstration;
  return {
    above: [
      ...trimmed(figure, 'h3').map(passage(24, 'bold', colours.ink)),
      ...trimmed(figure, ':scope > .sm:not(.key)').map(passage(16, 'normal', colours.ink2)),
    ],
    below: [
      ...trimmed(figure, '.src').map(passage(14, 'normal', colours.ink2)),
      ...(demonstration ? [passage(15, 'bold', colours.ink)(demonstration)] : []),
    ],
  };
}

/** Writes passages one under another and says where the next may begin; without ink, only measures. */
function write(
  context: CanvasRenderingContext2D,
  passages: readonly Passage[],
  top: number,
  family: string,
  mode: 'ink' | 'measure',
): number {
  let bottom = top;
  for (const { text, size, weight, colour } of passages) {
    context.font = `${weight} ${size}px ${family}`;
    context.fillStyle = colour;
    context.textBaseline = 'top';
    for (const line of wrapText(text, width - margin * 2, (run) => context.measureText(run).width)) {
      if (mode === 'ink') context.fillText(line, margin, bottom);
      bottom += size * 1.5;
    }
  }
  return bottom;
}

/** The key of a stacked chart: a swatch and its word for each segment, in one line under the sub-line. */
function writeKey(context: CanvasRenderingContext2D, { drawing, palette }: Print, top: number): void {
  let left = margin;
  context.font = `normal 15px ${palette.family}`;
  context.textBaseline = 'top';
  context.lineWidth = 1;
  for (const series of drawing.drawn) {
    if (!series) continue;
    const look = fillLook(series.look);
    context.fillStyle = fillOf(look, palette);
    context.fillRect(left, top, 15, 15);
    context.strokeStyle = palette.colours[look.colour];
    context.strokeRect(left, top, 15, 15);
    context.fillStyle = palette.colours.ink;
    context.fillText(series.label, left + 22, top);
    left += 22 + context.measureText(series.label).width + 22;
  }
}

function placeChart({ draw: Drawn, drawing }: Print, surface: Surface, y: number, height: number): void {
  const { configuration } = drawing;
  const options = {
    ...configuration.options,
    responsive: false,
    devicePixelRatio: surface.sharpness,
    // Without words of its own for segments Chart.js keeps a line as a finished path, which no other context can read.
    datasets: { line: { segment: {} } },
  };
  surface.place({ x: margin, y, width: width - margin * 2, height }, (canvas) => {
    const chart = new Drawn(canvas, { ...configuration, options });
    return () => chart.destroy();
  });
}

/** The figure as a picture for passing on: its sentence, the chart, its source and, where it is one, that it is a demonstration. */
export function pictureOf(figure: HTMLElement, print: Print, form: Form): Promise<Blob> {
  const { palette } = print;
  const { family } = palette;
  const { above, below } = passagesOf(figure, palette);
  const isKeyed = figure.dataset.chart === 'stacked';
  const { context: scratch } = surfaces.png(1, 1);
  const keyTop = write(scratch, above, margin, family, 'measure') + 10;
  const chartTop = isKeyed ? keyTop + 30 : keyTop;
  const chartHeight = print.drawing.heightIn?.(width - margin * 2) ?? usualHeight;
  const belowTop = chartTop + chartHeight + 16;
  const height = write(scratch, below, belowTop, family, 'measure') + margin / 2;
  const surface = surfaces[form](width, height);
  const { context } = surface;
  context.fillStyle = palette.colours.paper;
  context.fillRect(0, 0, width, height);
  write(context, above, margin, family, 'ink');
  if (isKeyed) writeKey(context, print, keyTop);
  placeChart(print, surface, chartTop, chartHeight);
  write(context, below, belowTop, family, 'ink');
  const [title = '', ...words] = [...above, ...below].map(({ text }) => text);
  return surface.toFile(title, words.join(' '));
}
