import type { Knowledge, Range, Relation } from './knowledge.ts';
import type { Layer } from './layer.ts';
import { nameOf, periodOf, placesOf, tablesOf, wholesOf, type Family, type Place } from './places.ts';
import type { SamePeople } from './same-people.ts';
import type { State } from './state.ts';
import { people, responses } from './told.ts';

/** A number of people: told, or one of the unknowns. */
export type Value = { readonly told: number } | { readonly unknown: number };

/** A group of people of whom there may be few: those of a unit, or those who came to it with one release. */
export interface Group {
  readonly place: Place;
  /** The release (null: now) up to which it is counted. */
  readonly upTo: number | null;
  /** Whether only those are meant who were added since the release before. */
  readonly added: boolean;
  readonly somebody: 'surely somebody' | 'perhaps nobody';
  readonly people: Value;
  readonly kinds: readonly { readonly column: string; readonly telling: boolean; readonly value: Value }[];
}

/** What a reader knows of one layer of a family, and of which groups it could be too much. */
export interface SurveyKnowledge {
  readonly knowledge: Knowledge;
  readonly groups: readonly Group[];
  /** Numbers that contradict each other as they stand. */
  readonly contradicted: boolean;
}

/** A table that no file has is looked at place by place only as long as it has not too many. */
const mostHidden = 1500;

const dust = 1e-3;

/** Gathers unknowns and relations. What is told goes into the ends of a relation, so that only what is not told remains. */
function gather() {
  const unknownOf = new Map<string, number>();
  const relations: Relation[] = [];
  let contradicted = false;
  return {
    unknown(key: string): Value {
      const place = unknownOf.get(key) ?? unknownOf.size;
      unknownOf.set(key, place);
      return { unknown: place };
    },
    relate(values: readonly Value[], factors: readonly number[], { low, high }: Range): void {
      const unknowns: number[] = [];
      const own: number[] = [];
      let told = 0;
      values.forEach((value, at) => {
        const factor = factors[at] ?? 0;
        if ('told' in value) told += factor * value.told;
        else own[unknowns.push(value.unknown) - 1] = factor;
      });
      if (unknowns.length > 0) relations.push({ unknowns, factors: own, low: low - told, high: high - told });
      else if (told < low - dust || told > high + dust) contradicted = true;
    },
    finish: (groups: readonly Group[]): SurveyKnowledge => ({
      knowledge: {
        lows: new Float64Array(unknownOf.size),
        highs: new Float64Array(unknownOf.size).fill(Infinity),
        relations,
      },
      groups,
      contradicted,
    }),
  };
}

const nought: Range = { low: 0, high: 0 };
const notNegative: Range = { low: 0, high: Infinity };

/** Looks up what is told of a place, or what stands for it. */
type Lookup = (column: string) => Value;

const nobody: Value = { told: 0 };

/** What the states tell of the places of one layer. */
function lookupsOf(
  layer: string,
  states: readonly State[],
  unknown: (key: string) => Value,
): (place: Place, at: number) => Lookup {
  const published = states.map(({ units }) => tablesOf(units.get(layer) ?? []));
  const known = states.map(() => new Map<Place, Lookup>());
  /** The last state that counts a place in: a closed period is the same in every release that has it. */
  const stateFor = (place: Place, at: number): number => {
    const period = periodOf(place);
    if (period === null) return at;
    return states[at]?.periods.includes(period)
      ? states.findLastIndex(({ periods }) => periods.includes(period))
      : -1;
  };
  const make = (place: Place, at: number): Lookup => {
    const held = stateFor(place, at);
    const state = states[held];
    const isPublished = place.isNamed && published[held]?.has(nameOf(place.table)) === true;
    if (state === undefined || (isPublished && !state.units.get(layer)?.has(place.key))) return () => nobody;
    const own = isPublished ? state.numbers.get(layer)?.get(place.key) : undefined;
    if (own?.get(people) === 0) return () => nobody;
    const key = `${state.release} ${nameOf(place.table)} ${place.key}`;
    return (column) => {
      const told = own?.get(column);
      return told === undefined ? unknown(`${key} ${column}`) : { told };
    };
  };
  return (place, at) => {
    const made = known[at]?.get(place) ?? make(place, at);
    known[at]?.set(place, made);
    return made;
  };
}

/** The places of a family's tables; a table that no file has, only where it has not too many. */
function placesIn(family: Family): Place[] {
  const open = family.tables.map((table) => placesOf(table, family));
  const hidden = family.hidden.map((table) => placesOf(table, family));
  return [...open, ...hidden.filter(({ length }) => length <= mostHidden)].flat();
}

/** Places, and those that they are the parts of. */
interface Sum {
  readonly parts: readonly Place[];
  readonly wholes: readonly Place[];
  readonly at: number;
}

/** Everything that adds up to something, in every state. */
function sumsOf(family: Family, places: readonly Place[], states: readonly State[]): Sum[] {
  const placeOf = new Map(places.map((place) => [`${nameOf(place.table)} ${place.key}`, place]));
  const sums = new Map<string, Sum & { readonly parts: Place[] }>();
  for (const part of places)
    for (const dimension of part.table) {
      const { table, keys } = wholesOf(part, dimension, family.owners);
      const wholes = keys.flatMap((key) => placeOf.get(`${nameOf(table)} ${key}`) ?? []);
      if (wholes.length < keys.length) continue;
      for (const at of states.keys()) {
        // A closed period is the same in every release; only the sum over the periods differs.
        if (periodOf(part) !== null && dimension !== 'period' && at < states.length - 1) continue;
        const key = `${at} ${dimension} ${nameOf(part.table)} ${keys[0]}`;
        const sum = sums.get(key) ?? { parts: [], wholes, at };
        sum.parts.push(part);
        sums.set(key, sum);
      }
    }
  return [...sums.values()];
}

/** What is known of a question by how many responded. */
interface Responses {
  /** The places of the published tables: one that no file has tells nothing that these do not. */
  readonly places: readonly Place[];
  readonly sums: readonly Sum[];
  readonly last: number;
  readonly relate: (values: readonly Value[], factors: readonly number[], range: Range) => void;
  readonly responded: (place: Place, at: number) => Lookup;
  readonly lookup: (place: Place, at: number) => Lookup;
}

/** Nobody answers a question who has not responded: how many left it out follows where both are told, and it is never less than none. */
function relateResponses({ places, sums, last, relate, responded, lookup }: Responses): void {
  const isOpen = new Set(places);
  for (const place of places)
    for (let at = periodOf(place) === null ? 0 : last; at <= last; at += 1)
      relate([responded(place, at)(people), lookup(place, at)(people)], [1, -1], notNegative);
  for (const { parts, wholes, at } of sums) {
    const all = [...parts, ...wholes];
    if (!all.every((place) => isOpen.has(place))) continue;
    const factors = [...parts.map(() => 1), ...wholes.map(() => -1)];
    relate(
      all.map((place) => responded(place, at)(people)),
      factors,
      nought,
    );
  }
}

/**
 * Puts down what some states tell of one layer of a family. The states come in their order, each with the people of the one before.
 * `same` are those whom two of its tables count.
 */
export function surveyKnowledge(
  family: Family,
  layer: Layer,
  all: readonly State[],
  same: readonly SamePeople[],
): SurveyKnowledge {
  const states = all.filter(({ units }) => units.has(layer.name));
  const last = states.length - 1;
  const { unknown, relate, finish } = gather();
  const lookup = lookupsOf(layer.name, states, unknown);
  const places = placesIn(family);
  for (const place of places)
    for (const at of states.keys()) {
      if (periodOf(place) !== null && at < last) continue;
      const value = lookup(place, at);
      for (const { columns, factors, always } of layer.rules)
        relate(columns.map(value), factors, always === 'nought' ? nought : notNegative);
    }
  const sums = sumsOf(family, places, states);
  const meetings = same.flatMap(({ some, others }): Sum[] =>
    states.map((_, at) => ({ parts: some, wholes: others, at })),
  );
  for (const { parts, wholes, at } of [...sums, ...meetings]) {
    const lookups = [...parts, ...wholes].map((place) => lookup(place, at));
    const factors = [...parts.map(() => 1), ...wholes.map(() => -1)];
    for (const column of layer.columns)
      relate(
        lookups.map((value) => value(column)),
        factors,
        nought,
      );
  }
  if (layer.name !== responses) {
    const responded = lookupsOf(responses, states, (key) => unknown(`responses ${key}`));
    const open = places.filter(({ table }) => family.tables.includes(table));
    relateResponses({ places: open, sums: [...sums, ...meetings], last, relate, responded, lookup });
  }
  const byUnit = new Map(places.map((place) => [place.key, place]));
  for (const [at, state] of states.entries())
    for (const { question, unit, columns, factors, low, high } of state.sums) {
      const place = byUnit.get(unit);
      if (question === layer.name && place !== undefined)
        relate(columns.map(lookup(place, at)), factors, { low, high });
    }

  /** Those who came to a place with one release: never fewer than none. */
  const addedAt = (place: Place, at: number): Lookup => {
    const now = lookup(place, at);
    if (at === 0) return now;
    const before = lookup(place, at - 1);
    return (column) => {
      const [is, was] = [now(column), before(column)];
      const more: Value =
        'told' in is && 'told' in was
          ? { told: is.told - was.told }
          : unknown(`added ${at} ${nameOf(place.table)} ${place.key} ${column}`);
      relate([is, was, more], [1, -1, -1], nought);
      relate([more], [1], notNegative);
      return more;
    };
  };
  const groupOf = (place: Place, at: number, added: boolean, value: Lookup): Group => {
    const all = value(people);
    return {
      place,
      upTo: states[at]?.release ?? null,
      added,
      somebody: place.isNamed && !added && 'unknown' in all ? 'surely somebody' : 'perhaps nobody',
      people: all,
      kinds: layer.kinds.map((kind) => ({ ...kind, value: value(kind.column) })),
    };
  };
  const groups = places
    .filter(({ table }) => family.tables.includes(table))
    .flatMap((place): Group[] => {
      const whole = groupOf(place, last, false, lookup(place, last));
      if (periodOf(place) !== null || last < 1) return [whole];
      return [whole, ...states.map((_, at) => groupOf(place, at, true, addedAt(place, at)))];
    });
  return finish(groups);
}
