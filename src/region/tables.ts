import { regional, type RegionalName, type RegionalTables } from '../model/regional.ts';
import { foreign, localizedIn, type Localized } from '../site/words/localized.ts';
import { readDeclared } from '../site/tables/read-tables.ts';
import { languageTag } from '../site/i18n/language-tag.ts';

const folder = process.env['ZHAOCHA_TABLES'];
if (!folder) throw new Error('ZHAOCHA_TABLES must name the folder of the tables of an overview');

const facts = new Map(
  readDeclared<RegionalTables['overview'][number]>(folder, regional.overview, []).map(({ field, value }) => [
    field,
    value,
  ]),
);

/** The languages of the overview; the first stands at the root. */
export const languages: readonly string[] = (facts.get('languages') ?? 'zh').split(' ');

/** The version of the program that made it. */
export const version = facts.get('version') ?? '';

/** The tables of the overview: the only data that its pages can show. */
export const tables = Object.fromEntries(
  (Object.keys(regional) as RegionalName[]).map((name) => [
    name,
    readDeclared(folder, regional[name], languages),
  ]),
) as unknown as RegionalTables;

/** What the overview is called, '' where nobody has given it a name. */
export function overviewName(language: string): Localized {
  return localizedIn(Object.fromEntries(facts), 'name', language, languages);
}

export type CityRow = RegionalTables['cities'][number];
export type CityFigureRow = RegionalTables['city_figures'][number];

/** The name of a city: in the language of the page, else in its own. */
export function cityName(city: CityRow, language: string): Localized {
  const named = localizedIn(city, 'city', language, [language]);
  if (named.text !== '') return named;
  return city.language === ''
    ? { text: city.city_own, lang: undefined }
    : foreign(city.city_own, city.language, language);
}

/** What a city says, in the language of the page; in its own where it does not speak that. */
export function saidBy(
  city: CityRow,
  row: Readonly<Record<string, unknown>>,
  column: string,
  language: string,
): Localized {
  const said = localizedIn(row, column, language, languages);
  const speaks = city.language === '' || city.languages.split(' ').includes(language);
  return speaks ? said : foreign(said.text, city.language, language);
}

const byName = new Map(languages.map((language) => [language, new Intl.Collator(languageTag(language))]));

/** Cities in the order of their names, never of a number. */
export function inOrder(cities: readonly CityRow[], language: string): CityRow[] {
  const collator = byName.get(language) ?? new Intl.Collator();
  return cities.toSorted(
    (one, other) =>
      collator.compare(cityName(one, language).text, cityName(other, language).text) ||
      (one.city_id < other.city_id ? -1 : 1),
  );
}

/** The cities whose packages held, and those that were refused, in the order of their names. */
export function citiesOf(standing: CityRow['standing'], language: string): CityRow[] {
  return inOrder(
    tables.cities.filter((city) => city.standing === standing),
    language,
  );
}

/** A figure of a city; undefined where it publishes none. */
export function figureOf({ city_id: id }: CityRow, measure: string): CityFigureRow | undefined {
  return tables.city_figures.find((row) => row.city_id === id && row.measure === measure);
}

/** Where the overview lies on its host. */
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The folder of a language, undefined for the main one: what the `[...language]` part of a route holds. */
export function languageFolder(language: string): string | undefined {
  return language === languages[0] ? undefined : language;
}

/** The address of a page of the overview: '' or 'data/'. */
export function pageAddress(language: string, path: string): string {
  const inside = languageFolder(language);
  return inside === undefined ? `${base}${path}` : `${base}${inside}/${path}`;
}

/** The address of a file that is the same in every language. */
export function fileAddress(path: string): string {
  return `${base}${path}`;
}

/** The paths of a page that stands once in every language. */
export function languagePaths() {
  return languages.map((language) => ({
    params: { language: languageFolder(language) },
    props: { language },
  }));
}

/** The first page of a city's own site, in the language of the page if it has that; '' where no site is known. */
export function siteOf({ site, languages: spoken }: CityRow, language: string): string {
  const theirs = spoken.split(' ');
  return site !== '' && theirs.includes(language) && theirs[0] !== language ? `${site}${language}/` : site;
}
