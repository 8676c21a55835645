import { checkWithheld, type Silent } from '../check-withheld.ts';
import type { Difference, SiteFiles } from '../difference.ts';
import type { Leak } from './leak.ts';

/** What stands somewhere else than in the tables themselves, as leaks. */
export function elsewhere(found: readonly Difference[]): Leak[] {
  return found.map(({ where, found: what }) => ({ code: 'told-elsewhere', where, found: what }));
}

/** Whether a folder could hold pages with numbers of the survey: those of findings, and lists of them, are made of tables that withhold nothing. */
export const couldShow = (folder: string) => folder.startsWith('data/') || !/(?:^|\/)findings$/.test(folder);

/** Looks for what is withheld on the pages. */
export async function attackPages(files: SiteFiles, silent: Silent): Promise<Leak[]> {
  const pages = files.names.filter((name) => name.endsWith('.html'));
  return elsewhere(await checkWithheld(files, silent, pages));
}
