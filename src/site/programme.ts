import { releaseShown } from '../model/release-shown.ts';
import { localizedIn, type Localized } from './words/localized.ts';
import { tables } from './tables/tables.ts';

const facts = new Map(tables.programme.map(({ field, value }) => [field, value]));

/** One fact of `programme.csv`, '' where it is not given. */
export function fact(field: string): string {
  return facts.get(field) ?? '';
}

/** The languages of the site; the first is the main one and stands at the root. */
export const languages: readonly string[] = fact('languages').split(' ');

/** The language at the root of the site. */
export const mainLanguage: string = languages[0] ?? 'zh';

/** A text of a row in a language of the site, or in the one that has it. */
export function localized(
  row: Readonly<Record<string, unknown>>,
  column: string,
  language: string,
): Localized {
  return localizedIn(row, column, language, languages);
}

const factsByName = Object.fromEntries(facts);

/** A fact of the programme that is written in each language: `name`, `city`, `publisher`, `licence_name`. */
export function factIn(field: string, language: string): Localized {
  return localizedIn(factsByName, field, language, languages);
}

/** What the office decided, as the pages need it. */
export const programme = {
  cutoff: fact('cutoff'),
  nextUpdate: fact('next_update'),
  period: fact('period') === 'quarter' ? 'quarter' : 'month',
  demonstration: fact('demonstration') === 'true',
  /** Deadlines are in working days, not calendar days. */
  workingDays: fact('calendar') !== 'none',
  /** Working days are counted by the days that the office lists, and by no notice. */
  ownCalendar: fact('calendar') === 'own',
  site: fact('site').replace(/\/$/, ''),
  contact: fact('contact'),
  corrections: fact('corrections'),
  licenceUrl: fact('licence_url'),
  overallQuestion: fact('overall_question'),
  version: fact('version'),
} as const;

/**
 * The release that these pages are; undefined where there has been none, or where the data have changed since. After a way
 * back it is the earlier one, whose pages stand again as they were.
 */
export const latestRelease = releaseShown(
  tables.releases,
  tables.release_changes.map(({ release }) => release ?? 0),
  programme.cutoff,
);

/** The release that put these pages back; undefined where they are the latest there have been. */
export const wayBack =
  latestRelease === tables.releases.at(-1) ? undefined : latestRelease && tables.releases.at(-1);
