import { text } from '../i18n/text.ts';
import { glyphs, type Outcome } from '../findings/outcome.ts';
import { xmlText } from './xml.ts';

/** One of: the short word of a state, as rows have it, or its name. */
export type StatusWording = 'short' | 'name';

/**
 * The square sign of a state, which always stands beside its word: one of the symbols of `Glyphs.astro`.
 *
 * @example
 * glyphMarkup('ok'); // => '<svg class="g" aria-hidden="true"><use href="#i-ok"></use></svg>'
 */
export function glyphMarkup(glyph: string): string {
  return `<svg class="g" aria-hidden="true"><use href="#i-${glyph}"></use></svg>`;
}

/** The state of a problem: its glyph and its word, never one alone. */
export function statusMarkup(outcome: Outcome, language: string, wording: StatusWording = 'short'): string {
  const glyph = glyphs[outcome];
  const word = xmlText(text(language).outcome[outcome][wording]);
  return `<span class="st ${glyph}">${glyphMarkup(glyph)}${word}</span>`;
}
