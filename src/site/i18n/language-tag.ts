/**
 * The BCP 47 tag that markup carries for a language of the programme.
 *
 * @example
 * languageTag('zh'); // => 'zh-CN'
 * languageTag('en'); // => 'en'
 */
export function languageTag(language: string): string {
  return language === 'zh' ? 'zh-CN' : language;
}
