import type { PublishedRow } from '../../model/published.ts';
import { aims } from '../../model/record.ts';
import type { Localized } from '../words/localized.ts';
import { declared } from '../words/own-words.ts';
import { tables } from '../tables/tables.ts';

/** The categories that belong to one aim. */
export interface AimGroup {
  readonly aim: string;
  /** Blank for the categories that name no aim. */
  readonly name: Localized;
  readonly categories: readonly PublishedRow<'categories'>[];
}

/** The categories under the three aims of service reform, in the order of the aims; those without an aim last. */
export function categoriesByAim(language: string): AimGroup[] {
  const groups = [...aims.map((aim) => ({ aim: aim.code as string, name: declared(aim, language) }))];
  return [...groups, { aim: '', name: { text: '', lang: undefined } }]
    .map((group) => ({ ...group, categories: tables.categories.filter(({ aim }) => aim === group.aim) }))
    .filter(({ categories }) => categories.length > 0);
}
