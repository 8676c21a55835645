import { regional, type RegionalName } from '../model/regional.ts';
import { shownText } from '../model/problem.ts';
import type { Words } from '../model/words.ts';
import { wordsIn } from '../model/words.ts';
import type { Difference } from '../verify/difference.ts';
import { cell } from '../verify/read-table.ts';
import type { City } from './city.ts';
import { compareCities } from './compare-cities.ts';
import { nameCities, type CityName } from './name-cities.ts';
import type { Source } from './source.ts';

/** What came of reading one city. */
export type Reading = { readonly source: Source } & (
  { readonly city: City } | { readonly why: Words; readonly faults: readonly Difference[] }
);

/** A row on its way into a table of the overview. */
type Outgoing = Readonly<Record<string, string | number | boolean | null>>;

/** The rows of every table of an overview. */
export type OverviewRows = Readonly<Record<RegionalName, readonly Outgoing[]>>;

/** What an overview is called, and in which languages it speaks; the first stands at the root. */
export interface Heading {
  readonly name: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly version: string;
}

const same = (one: City, other: City) => {
  const [site, otherSite] = [one.facts['site'] ?? '', other.facts['site'] ?? ''];
  return one.sha256 === other.sha256 || (site !== '' && site === otherSite);
};

/** Refuses a programme that was given before: counted twice it would weigh twice. */
export function withoutRepeats(readings: readonly Reading[]): Reading[] {
  const before: City[] = [];
  return readings.map((reading) => {
    if (!('city' in reading)) return reading;
    if (!before.some((one) => same(one, reading.city))) {
      before.push(reading.city);
      return reading;
    }
    const why = {
      zh: '与前面给出的是同一个项目，只算一次',
      en: 'it is a programme that was given before, and counts once',
    };
    return { source: reading.source, why, faults: [] };
  });
}

const inLanguages = (column: string, words: Words, languages: readonly string[]) =>
  Object.fromEntries(languages.map((language) => [`${column}_${language}`, wordsIn(words, language)]));

const named = (column: string, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([language, name]) => [`${column}_${language}`, name]));

const longestFact = 200;

/** A fact of a city, short enough for a page. */
const fact = ({ facts }: City, field: string) => shownText(facts[field] ?? '', longestFact);

/** A fact that is written in each language: in those of the overview, else in the city's own. */
const factIn = (city: City, field: string, languages: readonly string[], own: string) =>
  named(
    field,
    Object.fromEntries(
      languages.map((language) => [
        language,
        fact(city, `${field}_${language}`) || fact(city, `${field}_${own}`),
      ]),
    ),
  );

/** The working days that a city allows, in the order of weight; '' where it has no common deadlines. */
function deadlinesOf(city: City): string {
  const days = ['minor', 'ordinary', 'serious'].map((one) => fact(city, `deadline_${one}`));
  return days.every((one) => one === '') ? '' : days.join('/');
}

function cityRow(
  reading: Reading,
  { id, site, names, own, language }: CityName,
  languages: readonly string[],
) {
  const who = { city_id: id, site, city_own: own, ...named('city', names) };
  if (!('city' in reading))
    return { ...who, standing: 'refused', ...inLanguages('reason', reading.why, languages) };
  const { city } = reading;
  return {
    ...who,
    standing: 'verified',
    language,
    languages: fact(city, 'languages'),
    demonstration: city.facts['demonstration'] === 'true',
    ...factIn(city, 'publisher', languages, language),
    data_from: city.dataFrom,
    cutoff: fact(city, 'cutoff'),
    period: fact(city, 'period'),
    release: city.release?.number ?? '',
    published_on: city.release?.publishedOn ?? '',
    deadlines: deadlinesOf(city),
    licence: fact(city, 'licence_url'),
    version: fact(city, 'version'),
    ...city.checked,
    sha256: city.sha256,
  };
}

/** The rows of an overview: every city that was asked for, its figures beside those of the others, and what did not hold. */
export function overviewOf(given: readonly Reading[], heading: Heading): OverviewRows {
  const { languages } = heading;
  const readings = withoutRepeats(given);
  const names = nameCities(
    readings.map((reading) => ({ source: reading.source, city: 'city' in reading ? reading.city : null })),
    languages,
  );
  const whole = readings.flatMap((reading, place) => {
    const name = names[place];
    return 'city' in reading && name !== undefined ? [{ city: reading.city, name }] : [];
  });
  const figures = compareCities(whole.map(({ city }) => city));
  return {
    cities: readings.flatMap((reading, place) => {
      const name = names[place];
      return name === undefined ? [] : [cityRow(reading, name, languages)];
    }),
    city_figures: whole.flatMap(({ city, name }, place) =>
      (figures[place] ?? []).map((figure) => ({
        city_id: name.id,
        ...figure,
        ...(figure.question_id === ''
          ? {}
          : Object.fromEntries(
              languages.map((language) => [
                `question_${language}`,
                shownText(
                  cell(city.question ?? undefined, `text_${language}`) ||
                    cell(city.question ?? undefined, `text_${name.language}`),
                  longestFact,
                ),
              ]),
            )),
      })),
    ),
    city_faults: readings.flatMap((reading, place) =>
      'city' in reading
        ? []
        : reading.faults.map(({ check, where, expected, found }, at) => ({
            city_id: names[place]?.id ?? '',
            number: at + 1,
            check,
            place: shownText(where, longestFact),
            expected: shownText(expected, longestFact),
            found: shownText(found, longestFact),
          })),
    ),
    overview: [
      ...languages.map((language) => ({ field: `name_${language}`, value: heading.name[language] ?? '' })),
      { field: 'languages', value: languages.join(' ') },
      { field: 'version', value: heading.version },
    ],
  };
}

/** The tables of an overview in their order. */
export const regionalNames = Object.keys(regional) as RegionalName[];
