import { siteLanguages } from './site-languages.ts';
import type { LookupFile } from './settings.ts';
import type { Words } from './words.ts';

/** The lists that a new programme can begin with. */
export type NamedList = Extract<LookupFile, 'departments' | 'halls' | 'services' | 'categories'>;

/** A name that a new programme begins with; a language in which it has none is blank. */
export interface ListedName extends Words {
  /** As the office has it; '' to have one made of how the name is said. */
  readonly id: string;
  /** Its short name in Chinese, '' where it has none. */
  readonly short: string;
}

/** The languages that a new programme can begin with; others are added in its settings. */
export type FirstLanguage = keyof Words;

/** The other languages of the site: they are added in the settings of a programme that is there. */
export const laterLanguages: readonly string[] = siteLanguages.filter(
  (language) => language !== 'zh' && language !== 'en',
);

/** What an office decides before its first drop. Texts are blank in a language that it does not use. */
export interface NewProgramme {
  readonly name: Words;
  readonly city: Words;
  readonly publisher: Words;
  /** What those who look are called. */
  readonly officers: Words;
  readonly contact: string;
  /** Where corrections are sent. */
  readonly corrections: string;
  /** The first is the main one. */
  readonly languages: readonly FirstLanguage[];
  readonly startsOn: string;
  readonly deadlines: { readonly serious: number; readonly ordinary: number; readonly minor: number };
  readonly licence: { readonly name: Words; readonly url: string };
  readonly lists: Readonly<Partial<Record<NamedList, readonly ListedName[]>>>;
}
