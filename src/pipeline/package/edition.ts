import { wordsIn } from '../../model/words.ts';
import { languagesOf, readFacts, type Facts } from './read-public.ts';

/** One state of the public tables: whose they are, up to when they speak, which version they are. */
export interface Edition {
  readonly facts: Facts;
  readonly languages: readonly string[];
  /** The version of the latest release, or the cut-off where nothing has been released yet. */
  readonly version: string;
  /** The day of the latest release, '' where nothing has been released yet. */
  readonly publishedOn: string;
  /** How to cite it, in a language. */
  readonly citation: (language: string) => string;
}

/** Reads which edition the tables of a folder are. */
export function editionOf(folder: string): Edition {
  const facts = readFacts(folder);
  const fact = (name: string) => facts.get(name) ?? '';
  const version = fact('cutoff');
  return {
    facts,
    languages: languagesOf(facts),
    version,
    publishedOn: '',
    citation: (language) => {
      const [publisher, title] = [fact(`publisher_${language}`), fact(`name_${language}`)];
      const site = fact('site').replace(/\/$/, '');
      const where = site === '' ? '' : ` ${site}/data/`;
      return wordsIn(
        {
          zh: `${publisher}：《${title}》，数据截至 ${fact('cutoff')}。${where}`,
          en: `${publisher}: “${title}”, data to ${fact('cutoff')}.${where}`,
        },
        language,
      ).trim();
    },
  };
}
