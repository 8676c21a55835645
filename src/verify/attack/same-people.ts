import { everyone, unitKey, type SurveyTable } from '../../model/survey-table.ts';
import type { Layer } from './layer.ts';
import { nameOf, placesOf, tablesOf, type Family, type Place } from './places.ts';
import { numberAt, type State } from './state.ts';

/*
 * Two tables may count the same people, each in places of its own: those who named no hall are just those who came online. Nothing
 * says so, but whoever lays the tables side by side sees the same numbers, and has from one what the other withholds.
 */

/** Places of two tables that count the same people. */
export interface SamePeople {
  readonly some: readonly Place[];
  readonly others: readonly Place[];
}

/** What is told of some people, in every state, layer and column; null where something of it is withheld. */
type Profile = readonly (number | null)[];

/** People, as places of one table, and what is told of them. */
interface Crowd {
  readonly places: readonly Place[];
  readonly profile: Profile;
}

/** A table of more places is not put together sum by sum: nobody looks through that many. */
const mostPlaces = 6;

/** Numbers agree by chance once in so many times as they are large: where different ones that agree make more than this, it is no chance. */
const noChance = 1e9;

const everybody = unitKey(everyone);

/** Reads what is told of everybody, and of the places of tables by one dimension. */
function readProfiles(states: readonly State[], layers: readonly Layer[]) {
  const asked = states.flatMap((state) =>
    layers.map(({ name, columns }) => ({
      state,
      name,
      columns,
      tables: tablesOf(state.units.get(name) ?? []),
    })),
  );
  const told = (key: string, table: SurveyTable): Profile =>
    asked.flatMap(({ state, name, columns, tables }) => {
      const isThere = state.units.get(name)?.has(key) === true;
      const absent = tables.has(nameOf(table)) ? 0 : null;
      return columns.map((column) => (isThere ? numberAt(state, name, key, column) : absent));
    });
  const whole = told(everybody, []);
  const crowdsOf = (places: readonly Place[]): Crowd[] => {
    const named = places.filter(({ isNamed }) => isNamed);
    const own = named.map((place) => ({ places: [place], profile: told(place.key, place.table) }));
    const sum = own.reduce<Profile>((all, { profile }) => added(all, profile, 1), nothing(whole));
    // Services that belong to departments leave a rest in each: no subtraction tells of one of them alone.
    const rest = places.length === named.length + 1 ? places.filter(({ isNamed }) => !isNamed) : [];
    return [...own, ...rest.map((place) => ({ places: [place], profile: added(whole, sum, -1) }))];
  };
  return { whole, crowdsOf };
}

const nothing = (profile: Profile): Profile => profile.map(() => 0);

function added(one: Profile, other: Profile, sign: 1 | -1): Profile {
  return one.map((number, at) => {
    const more = other[at] ?? null;
    return number === null || more === null ? null : number + sign * more;
  });
}

/** Whether a reader takes two crowds for the same people. */
function isSame(one: Profile, other: Profile): boolean {
  const agreeing = new Set<number>();
  for (const [at, number] of one.entries()) {
    const beside = other[at] ?? null;
    if (number === null || beside === null) continue;
    if (number !== beside) return false;
    if (number > 0) agreeing.add(number);
  }
  return [...agreeing].reduce((product, number) => product * number, 1) > noChance;
}

/** Every sum of the crowds of a small table, but nobody and all of them. */
function sumsOf(crowds: readonly Crowd[]): Crowd[] {
  const some = crowds.filter(({ profile }) => profile.some((number) => number !== 0));
  if (some.length > mostPlaces) return [];
  return Array.from({ length: Math.max(0, 2 ** some.length - 2) }, (_, at) => {
    const chosen = some.filter((_crowd, place) => ((at + 1) >> place) % 2 === 1);
    return {
      places: chosen.flatMap(({ places }) => places),
      profile: chosen
        .map(({ profile }) => profile)
        .reduce((all, profile) => added(all, profile, 1), nothing(chosen[0]?.profile ?? [])),
    };
  });
}

/** Finds the people whom two tables count: a place of one is a sum of places of the other, in every number that is told of both. */
export function samePeople(family: Family, layers: readonly Layer[], states: readonly State[]): SamePeople[] {
  const { whole, crowdsOf } = readProfiles(states, layers);
  const tables = family.tables
    .filter((table) => table.length === 1 && !table.includes('period'))
    .map((table) => crowdsOf(placesOf(table, family)));
  return tables.flatMap((crowds, at) =>
    sumsOf(crowds)
      .filter(({ profile }) => !isSame(profile, whole))
      .flatMap((sum) =>
        tables
          .flatMap((others, place) => (place === at ? [] : others))
          .filter(({ profile }) => isSame(sum.profile, profile))
          .map((other) => ({ some: sum.places, others: other.places })),
      ),
  );
}
