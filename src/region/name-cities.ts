import { basename } from 'node:path';
import { shownText } from '../model/problem.ts';
import type { City } from './city.ts';
import type { Source } from './source.ts';

/** How a city is named in an overview. */
export interface CityName {
  /** Made of its address, so that it stays the same from one overview to the next. */
  readonly id: string;
  /** Its own site, where that is known; a link that a browser follows and nothing else. */
  readonly site: string;
  /** Its name by language of the overview; none where its package did not hold. */
  readonly names: Readonly<Record<string, string>>;
  /** Its name in its own language, or the place where it was looked for. */
  readonly own: string;
  readonly language: string;
}

/** Longer names are cut: nobody reads them, and a page must stay one. */
const longestName = 80;

const shortened = (name: string) => shownText(name, longestName);

/** A site on the web that a page may link to, as a folder; '' for anything else. */
function webSite(text: string): string {
  if (!URL.canParse(text)) return '';
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href.replace(/\/?$/, '/') : '';
}

const placeOf = (site: string) => {
  const { host, pathname } = new URL(site);
  return `${host}${pathname.replace(/\/$/, '')}`;
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, longestName) || 'city';

interface Given {
  readonly source: Source;
  readonly city: City | null;
}

function nameOne(
  { source, city }: Given,
  languages: readonly string[],
): CityName & { readonly place: string } {
  const facts = city?.facts ?? {};
  const site = source.is === 'address' ? source.address : webSite(facts['site'] ?? '');
  const place = site === '' ? basename(source.is === 'folder' ? source.folder : '') : placeOf(site);
  const [language = ''] = (facts['languages'] ?? '').split(' ');
  const nameIn = (one: string) => shortened(facts[`city_${one}`] || facts[`name_${one}`] || '');
  return {
    id: plain(place),
    site,
    names: Object.fromEntries(languages.map((one) => [one, nameIn(one)])),
    own: nameIn(language) || shortened(place),
    language,
    place: shortened(place),
  };
}

/** Names all cities so that no two have the same id, nor the same name: where two do, the address stands behind it. */
export function nameCities(given: readonly Given[], languages: readonly string[]): CityName[] {
  const named = given.map((one) => nameOne(one, languages));
  const often = (values: readonly string[]) =>
    new Set(values.filter((value, at) => value !== '' && values.indexOf(value) !== at));
  const same = often(named.map(({ own }) => own));
  const sameIn = new Map(languages.map((one) => [one, often(named.map(({ names }) => names[one] ?? ''))]));
  const taken = new Map<string, number>();
  return named.map(({ place, ...one }) => {
    const count = (taken.get(one.id) ?? 0) + 1;
    taken.set(one.id, count);
    const told = (name: string, among: ReadonlySet<string> | undefined) =>
      among?.has(name) === true && name !== place ? `${name} (${place})` : name;
    return {
      ...one,
      id: count === 1 ? one.id : `${one.id}-${count}`,
      own: told(one.own, same),
      names: Object.fromEntries(
        Object.entries(one.names).map(([language, name]) => [language, told(name, sameIn.get(language))]),
      ),
    };
  });
}
