import { Chart } from 'chart.js';
import type { ChartTable } from './chart-table.ts';
import type { Drawing } from './drawing.ts';
import { fillOf } from './fill.ts';
import { fillLook } from './look.ts';
import type { Palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

/** A chart ready to be drawn for passing on. */
export interface Print {
  readonly palette: Palette;
  readonly table: ChartTable;
  readonly drawing: Drawing;
}

/** Size of a picture in pixels of the page; it is drawn at twice that. */
const width = 1000;
const chartHeight = 460;
const margin = 32;
const sharpness = 2;

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

function drawChart(print: Print): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width - margin * 2;
  canvas.height = chartHeight;
  const { configuration } = print.drawing;
  const chart = new Chart(canvas, {
    ...configuration,
    options: { ...configuration.options, responsive: false, devicePixelRatio: sharpness },
  });
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  chart.destroy();
  return copy;
}

function pictureOf(figure: HTMLElement, print: Print): HTMLCanvasElement {
  const { palette } = print;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A picture needs a canvas');
  const { above, below } = passagesOf(figure, palette);
  const keyed = figure.dataset.chart === 'stacked';
  const keyTop = write(context, above, margin, palette.family, 'measure') + 10;
  const chartTop = keyed ? keyTop + 30 : keyTop;
  const belowTop = chartTop + chartHeight + 16;
  const height = write(context, below, belowTop, palette.family, 'measure') + margin / 2;
  canvas.width = width * sharpness;
  canvas.height = Math.ceil(height * sharpness);
  context.scale(sharpness, sharpness);
  context.fillStyle = palette.colours.paper;
  context.fillRect(0, 0, width, height);
  write(context, above, margin, palette.family, 'ink');
  if (keyed) writeKey(context, print, keyTop);
  context.drawImage(drawChart(print), margin, chartTop, width - margin * 2, chartHeight);
  write(context, below, belowTop, palette.family, 'ink');
  return canvas;
}

function save(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}

/** Adds the button that saves a chart as a picture: with its sentence, its source and, where it is one, that it is a demonstration. */
export function offerPicture(figure: HTMLElement, print: () => Print): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = figure.dataset.labelPng ?? 'PNG';
  button.addEventListener('click', () =>
    save(pictureOf(figure, print()), figure.dataset.file ?? (figure.id || 'chart')),
  );
  figure.querySelector('.acts')?.append(button);
}
