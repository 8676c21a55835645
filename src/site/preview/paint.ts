import { Resvg } from '@resvg/resvg-js';
import { letterFiles } from './letters.ts';
import { writePng } from './png.ts';

/** Paints a drawing that is nothing but forms and text, as PNG. The same drawing gives the same bytes on every machine. */
export function paint(svg: string): Uint8Array<ArrayBuffer> {
  const said = svg.replace(/<[^>]*>/g, '');
  const font = {
    loadSystemFonts: false,
    fontFiles: letterFiles(said),
    defaultFontFamily: 'Noto Sans SC',
  };
  const painted = new Resvg(svg, { font }).render();
  return writePng(painted) ?? new Uint8Array(painted.asPng());
}
