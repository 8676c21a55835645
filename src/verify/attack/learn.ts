import { componentsOf, type Component } from './components.ts';
import type { Extremes, Search } from './extremes.ts';
import { isSurelyFew, isSurelyTelling, type Rules } from './judge.ts';
import type { Knowledge, Range } from './knowledge.ts';
import { narrow } from './narrow.ts';
import type { Group, SurveyKnowledge, Value } from './survey-knowledge.ts';

/** Something learnt of a group: how many people it has, or how many of one kind. */
export interface Learnt extends Range {
  readonly group: Group;
  /** The answer, or how the response came about; null for the people. */
  readonly column: string | null;
}

/** What came of an attack on one layer of a family. */
export interface Lesson {
  readonly learnt: readonly Learnt[];
  /** The numbers contradict each other: nothing follows from them, or everything. */
  readonly contradicted: boolean;
  /** Suspicions that were not followed up, since the tables are too large. */
  readonly unasked: number;
}

/** A suspicion: that a group, or a kind of people in it, is surely small. */
interface Suspicion {
  readonly group: Group;
  readonly kind: Group['kinds'][number] | null;
}

/** What an attack works with: everything that is known, and of it what hangs together. */
interface Attack {
  readonly whole: Knowledge;
  readonly component: Component;
  readonly rules: Rules;
  readonly search: Search;
}

/** What is looked up by: bounds, or a table that could be the true one. */
type RangeOf = (value: Value) => Range;

const boundsIn =
  ({ lows, highs }: Knowledge): RangeOf =>
  (value) =>
    'told' in value
      ? { low: value.told, high: value.told }
      : { low: lows[value.unknown] ?? 0, high: highs[value.unknown] ?? Infinity };

function isSure({ group, kind }: Suspicion, rules: Rules, rangeOf: RangeOf): boolean {
  const people = rangeOf(group.people);
  if (kind === null) return isSurelyFew(people, group.somebody, rules);
  return isSurelyTelling(people, { ...rangeOf(kind.value), telling: kind.telling }, rules);
}

const leadOf = ({ group, kind }: Suspicion): Value => kind?.value ?? group.people;

const dust = 1e-6;

function isWhole(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) < dust);
}

/** A table that could be the true one, in which a sum of unknowns is the largest; null where there is none. */
function tableFor(
  weights: ReadonlyMap<number, number>,
  numbers: 'any' | 'whole',
  { whole, component, search }: Attack,
): { readonly sum: number; readonly isWhole: boolean; readonly rangeOf: RangeOf } | null {
  const { placeOf } = component;
  const own = [...weights].flatMap(([unknown, weight]) => {
    const place = placeOf.get(unknown);
    return place === undefined ? [] : [[place, weight] as const];
  });
  const found = search.largest(new Map(own), numbers);
  const bounds = boundsIn(whole);
  return (
    found && {
      sum: found.sum,
      isWhole: isWhole(found.values),
      rangeOf: (value) => {
        const place = 'told' in value ? undefined : placeOf.get(value.unknown);
        if (place === undefined) return bounds(value);
        const count = Math.round(found.values[place] ?? 0);
        return { low: count, high: count };
      },
    }
  );
}

/** Looks for a table that could be the true one and clears as many suspicions as it can: gives those that are left; null where there is no such table. */
function clearSome(open: readonly Suspicion[], sign: 1 | -1, attack: Attack): readonly Suspicion[] | null {
  const leads = open
    .map(leadOf)
    .flatMap((lead) => ('unknown' in lead ? [[lead.unknown, sign] as const] : []));
  for (const numbers of ['any', 'whole'] as const) {
    const found = tableFor(new Map(leads), numbers, attack);
    if (found === null && numbers === 'any') return null;
    if (found?.isWhole) return open.filter((one) => isSure(one, attack.rules, found.rangeOf));
  }
  return open;
}

/** Clears suspicions by whole tables, many with each, as long as that helps. */
function clear(open: readonly Suspicion[], attack: Attack): readonly Suspicion[] | null {
  let left: readonly Suspicion[] | null = open;
  for (const sign of [1, -1] as const)
    for (let before = Infinity; left !== null && left.length > 0 && left.length < before;) {
      before = left.length;
      left = clearSome(left, sign, attack);
    }
  return left;
}

/** Follows one suspicion to its end: the least and the most, in whole numbers where fractions leave it open. */
function isProven(suspicion: Suspicion, attack: Attack): boolean {
  const { group, kind } = suspicion;
  const { rules, whole } = attack;
  const { lows, highs } = whole;
  for (const numbers of ['any', 'whole'] as const)
    for (const value of [group.people, ...(kind === null ? [] : [kind.value])]) {
      if ('told' in value) continue;
      const { unknown } = value;
      for (const sign of [1, -1]) {
        const found = tableFor(new Map([[unknown, sign]]), numbers, attack);
        if (found === null || !attack.component.placeOf.has(unknown)) continue;
        const end = found.sum * sign;
        if (sign > 0) highs[unknown] = Math.min(highs[unknown] ?? Infinity, Math.floor(end + dust));
        else lows[unknown] = Math.max(lows[unknown] ?? 0, Math.ceil(end - dust));
        if (found.isWhole && !isSure(suspicion, rules, found.rangeOf)) return false;
        if (isSure(suspicion, rules, boundsIn(whole))) return true;
      }
    }
  return false;
}

/** What hangs together and is larger than this is only narrowed by subtraction. */
const mostUnknowns = 10_000;

const nothing = { learnt: [], unasked: 0 } as const;

/** Learns what can be learnt: by subtraction first, then by the least and the most of whatever is left open. */
export function learn(
  { knowledge, groups, contradicted }: SurveyKnowledge,
  rules: Rules,
  extremes: Extremes,
): Lesson {
  if (contradicted || !narrow(knowledge)) return { ...nothing, contradicted: true };
  const suspicions = groups.flatMap((group): Suspicion[] => [
    { group, kind: null },
    ...group.kinds.map((kind) => ({ group, kind })),
  ]);
  const rangeOf = boundsIn(knowledge);
  const proven = new Set(suspicions.filter((one) => isSure(one, rules, rangeOf)));
  const components = componentsOf(knowledge);
  const homeOf = new Map(
    components.flatMap((component) =>
      [...component.placeOf.keys()].map((unknown) => [unknown, component] as const),
    ),
  );
  const open = Map.groupBy(suspicions, (one) => {
    const lead = leadOf(one);
    return proven.has(one) || 'told' in lead ? undefined : homeOf.get(lead.unknown);
  });
  let unasked = 0;
  for (const component of components) {
    const own = open.get(component) ?? [];
    const isAsked = component.placeOf.size <= mostUnknowns;
    if (!isAsked) unasked += own.length;
    if (!isAsked || own.length === 0) continue;
    const search = extremes(component.knowledge);
    try {
      const attack = { whole: knowledge, component, rules, search };
      const left = clear(own, attack);
      if (left === null) return { ...nothing, contradicted: true };
      for (const one of left) if (isProven(one, attack)) proven.add(one);
    } finally {
      search.close();
    }
  }
  return {
    learnt: [...proven].map(({ group, kind }) => ({
      group,
      column: kind?.column ?? null,
      ...rangeOf(kind?.value ?? group.people),
    })),
    contradicted: false,
    unasked,
  };
}
