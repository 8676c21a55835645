import { percent } from '../drawing.ts';
import type { FigureRow } from './figures.ts';

/** A rate that is drawn, and the tick beside it for the whole programme. */
export interface Strip {
  readonly figure: Pick<FigureRow, 'status' | 'value' | 'low' | 'high'> | undefined;
  readonly reference?: Pick<FigureRow, 'status' | 'value'> | undefined;
  /** The rate at the end of the line; all of it by default. */
  readonly most?: number;
}

/**
 * A rate on a line from nothing to `most`, as markup: its interval, its estimate, and a tick for the whole programme. Nothing for one
 * that is not shown.
 *
 * @example
 * intervalStrip({ figure: undefined }); // => ''
 */
export function intervalStrip({ figure, reference, most = 1 }: Strip): string {
  if (figure?.status !== 'shown') return '';
  const at = (value: number | null) => percent(value ?? 0, most);
  const tick = reference?.status === 'shown' ? at(reference.value) : undefined;
  return [
    '<svg class="plot" width="100%" height="16" aria-hidden="true">',
    '<line class="base" x1="0" x2="100%" y1="8" y2="8"></line>',
    tick === undefined ? '' : `<line class="ref" x1="${tick}" x2="${tick}" y1="0" y2="16"></line>`,
    `<line x1="${at(figure.low)}" x2="${at(figure.high)}" y1="8" y2="8"></line>`,
    `<circle cx="${at(figure.value)}" cy="8" r="4"></circle></svg>`,
  ].join('');
}
