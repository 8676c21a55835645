import { languageTag } from './language-tag.ts';

/** One of: from left to right (most languages), from right to left (Uyghur, Arabic, Hebrew, Urdu …). */
export type Direction = 'ltr' | 'rtl';

/** The direction of the script that a tag names, or in which its language is usually written; what is no tag says none. */
function directionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).getTextInfo().direction;
  } catch {
    return undefined;
  }
}

const directions = new Map<string, Direction>();

/**
 * The direction in which a language is written.
 *
 * @example
 * textDirection('ug'); // => 'rtl'
 * textDirection('kk-Arab'); // => 'rtl'
 * textDirection('zh'); // => 'ltr'
 * textDirection('no language'); // => 'ltr'
 */
export function textDirection(language: string): Direction {
  const direction =
    directions.get(language) ?? (directionOf(languageTag(language)) === 'rtl' ? 'rtl' : 'ltr');
  directions.set(language, direction);
  return direction;
}
