import { called } from '../../model/called.ts';
import { wordsIn, type Words } from '../../model/words.ts';
import { officers } from '../officers.ts';

/** A text of ours with those who look called what the programme of this site calls them. */
export function asCalled(said: string): string {
  return called(said, officers());
}

/** Words that we declare, in a language, with those who look called what the programme of this site calls them. */
export function ownWords(words: Words, language: string): string {
  return asCalled(wordsIn(words, language));
}
