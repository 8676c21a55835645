import { en } from './en.ts';
import { zh, type Dictionary } from './zh.ts';

/** The languages that the site's own words are written in. A new language is one file and one entry here. */
const dictionaries: Readonly<Record<string, Dictionary>> = { zh, en };

/** The site's words in a language; English where there is no dictionary for it. */
export function text(language: string): Dictionary {
  return dictionaries[language] ?? en;
}
