import { called } from '../../model/called.ts';
import { keeping } from '../keeping.ts';
import { officers } from '../officers.ts';
import { changedDictionary } from './changed.ts';
import { en } from './en.ts';
import type { Dictionary } from './zh.ts';

/** Every dictionary: a file named for its language, which exports it and nothing else. A new language is one file more. */
const files = import.meta.glob<Readonly<Record<string, Dictionary>>>(['./{??,??-*}.ts'], { eager: true });

/** The dictionaries of some files, by language. */
export function dictionariesOf(
  some: Readonly<Record<string, Readonly<Record<string, Dictionary>>>>,
): ReadonlyMap<string, Dictionary> {
  return new Map(
    Object.entries(some).flatMap(([file, module]) => {
      const language = /([\w-]+)\.ts$/.exec(file)?.[1];
      const [dictionary] = Object.values(module);
      return language === undefined || dictionary === undefined ? [] : [[language, dictionary] as const];
    }),
  );
}

const dictionaries = dictionariesOf(files);

/** The dictionary with those who look called what the programme calls them. */
const inItsWords = keeping((dictionary: Dictionary) =>
  changedDictionary(dictionary, (message) => called(message, officers())),
);

/** The site's words in a language; English where there is no dictionary for it. */
export function text(language: string): Dictionary {
  const dictionary = dictionaries.get(language) ?? en;
  const { zh, en: english } = officers();
  return zh === undefined && english === undefined ? dictionary : inItsWords(dictionary);
}
