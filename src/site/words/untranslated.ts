import { languageTag } from '../i18n/language-tag.ts';
import { text } from '../i18n/text.ts';
import { keeping } from '../keeping.ts';
import type { Localized } from './localized.ts';

const names = keeping(
  (language: string) => new Intl.DisplayNames([languageTag(language), 'en'], { type: 'language' }),
);

/** A language without its script and region: both ways of writing Chinese are Chinese. */
const spoken = (tag: string) => tag.split('-')[0] ?? tag;

/**
 * Says of which language texts are that a page shows in another than its own; '' where there are none.
 *
 * @example
 * untranslated([{ text: '排队', lang: 'zh-CN' }], 'en'); // => 'What is in Chinese here is not translated.'
 * untranslated([{ text: 'Queue', lang: undefined }], 'en'); // => ''
 */
export function untranslated(texts: readonly Localized[], language: string): string {
  const others = new Set(texts.flatMap(({ lang }) => (lang === undefined ? [] : [spoken(lang)])));
  others.delete(spoken(language));
  if (others.size === 0) return '';
  const named = [...others].map((other) => names(language).of(other) ?? other);
  const { finding, listSeparator } = text(language);
  return finding.untranslated.replace('{languages}', named.join(listSeparator));
}
