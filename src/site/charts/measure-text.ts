import type { Chart } from 'chart.js';
import { fontOf, type Palette } from './palette.ts';

/** Measures text as the drawing writes it, in pixels. */
export function textMeasure(chart: Chart, palette: Palette, weight: 'normal' | 'bold') {
  const font = fontOf(palette, weight);
  return (text: string): number => {
    chart.ctx.save();
    chart.ctx.font = font;
    const { width } = chart.ctx.measureText(text);
    chart.ctx.restore();
    return width;
  };
}
