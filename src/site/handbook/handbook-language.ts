import { foreign, type Localized } from '../words/localized.ts';
import { declaredLanguage } from '../words/own-words.ts';

/** The language of the handbook on the pages of a language, and its marks: staff are told in Chinese or English, by commands and here. */
export function handbookLanguage(
  language: string,
): Pick<Localized, 'lang' | 'dir'> & { readonly spoken: string } {
  const spoken = declaredLanguage(language);
  const { lang, dir } =
    spoken === language ? { lang: undefined, dir: undefined } : foreign('', spoken, language);
  return { spoken, lang, dir };
}
