import { comparisons, signals } from '../../model/published.ts';
import type { Localized } from '../words/localized.ts';
import { declared } from '../words/own-words.ts';
import type { FigureRow } from './figures.ts';

/** The sign beside each word, so that it does not rest on the word's colour. */
const signs: Readonly<Record<string, string>> = { higher: '▲', as_expected: '＝', lower: '▼' };

/** What may be said of a unit beside the others of its kind: a sign and its words; null where nothing is compared. */
export function verdictOf(
  figure: Pick<FigureRow, 'comparison'> | undefined,
  language: string,
): { readonly sign: string; readonly words: Localized } | null {
  const comparison = comparisons.find(({ code }) => code === figure?.comparison);
  return comparison === undefined
    ? null
    : { sign: signs[comparison.code] ?? '', words: declared(comparison, language) };
}

/** Which rule of the control chart a period breaks, in words; blank for ordinary variation and where there is no chart. */
export function signalWords(figure: FigureRow | undefined, language: string): Localized {
  const signal = signals.find(({ code }) => code === figure?.signal);
  return signal === undefined || signal.code === 'none'
    ? { text: '', lang: undefined }
    : declared(signal, language);
}
