import { called } from '../../model/called.ts';
import { languageOfWords, wordsIn, type Words } from '../../model/words.ts';
import { factsIfAny } from '../facts-if-any.ts';
import { officers } from '../officers.ts';
import { foreign, type Localized } from './localized.ts';

/** The language of what we declare on the pages of a language: its own where we have words in it, else the first of the site's that has. */
export function declaredLanguage(language: string): string {
  return languageOfWords(language, factsIfAny().get('languages')?.split(' ') ?? []);
}

/** A text of ours with those who look called what the programme of this site calls them. */
export function asCalled(said: string): string {
  return called(said, officers());
}

/** Words that we declare, in a language, with those who look called what the programme of this site calls them. */
export function ownWords(words: Words, language: string): string {
  return asCalled(wordsIn(words, declaredLanguage(language)));
}

/** The same as a page shows them: we declare words in Chinese and English alone, and what is read in another language is marked as theirs. */
export function declared(words: Words, language: string): Localized {
  const text = ownWords(words, language);
  const spoken = declaredLanguage(language);
  return spoken === language ? { text, lang: undefined } : foreign(text, spoken, language);
}
