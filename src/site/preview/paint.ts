import { Resvg } from '@resvg/resvg-js';
import { letterFiles } from './letters.ts';

/** Paints a drawing that is nothing but forms and text, as PNG. The same drawing gives the same bytes on every machine. */
export function paint(svg: string): Uint8Array<ArrayBuffer> {
  const said = svg.replace(/<[^>]*>/g, '');
  const font = {
    loadSystemFonts: false,
    fontFiles: letterFiles(said),
    defaultFontFamily: 'Noto Sans SC',
  };
  return new Uint8Array(new Resvg(svg, { font }).render().asPng());
}
