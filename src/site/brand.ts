import { text } from './i18n/text.ts';
import { factIn } from './programme.ts';
import type { Localized } from './words/localized.ts';

/** The name in the masthead: that of the programme's own, or ours. */
export function brandIn(language: string): Localized {
  const own = factIn('brand', language);
  return own.text === '' ? { text: text(language).brand, lang: undefined } : own;
}
