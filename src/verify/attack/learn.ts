import type { Extremes } from './extremes.ts';
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

/** What an attack on one layer of a family works with. */
interface Attack {
  readonly knowledge: Knowledge;
  readonly rules: Rules;
  readonly extremes: Extremes;
}

/** What is looked up by: bounds, or a table that could be the true one. */
type RangeOf = (value: Value) => Range;

const boundsIn =
  ({ lows, highs }: Knowledge): RangeOf =>
  (value) =>
    'told' in value
      ? { low: value.told, high: value.told }
      : { low: lows[value.unknown] ?? 0, high: highs[value.unknown] ?? Infinity };

const tableOf =
  (values: Float64Array): RangeOf =>
  (value) => {
    const count = 'told' in value ? value.told : Math.round(values[value.unknown] ?? 0);
    return { low: count, high: count };
  };

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

/** Looks for a table that could be the true one and clears as many suspicions as it can; gives those that are left. */
function clearSome(
  open: readonly Suspicion[],
  sign: 1 | -1,
  { knowledge, rules, extremes }: Attack,
): readonly Suspicion[] {
  const leads = open
    .map(leadOf)
    .flatMap((lead) => ('unknown' in lead ? [[lead.unknown, sign] as const] : []));
  for (const numbers of ['any', 'whole'] as const) {
    const found = extremes(knowledge, new Map(leads), numbers);
    if (found !== null && isWhole(found.values))
      return open.filter((one) => isSure(one, rules, tableOf(found.values)));
  }
  return open;
}

/** Clears suspicions by whole tables, many with each, as long as that helps. */
function clear(open: readonly Suspicion[], attack: Attack): readonly Suspicion[] {
  let left = open;
  for (const sign of [1, -1] as const)
    for (let before = Infinity; left.length > 0 && left.length < before;) {
      before = left.length;
      left = clearSome(left, sign, attack);
    }
  return left;
}

/** Follows one suspicion to its end: the least and the most, in whole numbers where fractions leave it open. */
function isProven(suspicion: Suspicion, { knowledge, rules, extremes }: Attack): boolean {
  const { group, kind } = suspicion;
  const { lows, highs } = knowledge;
  for (const numbers of ['any', 'whole'] as const)
    for (const value of [group.people, ...(kind === null ? [] : [kind.value])]) {
      if ('told' in value) continue;
      const { unknown } = value;
      for (const sign of [1, -1]) {
        const found = extremes(knowledge, new Map([[unknown, sign]]), numbers);
        if (found === null) continue;
        const end = found.sum * sign;
        if (sign > 0) highs[unknown] = Math.min(highs[unknown] ?? Infinity, Math.floor(end + dust));
        else lows[unknown] = Math.max(lows[unknown] ?? 0, Math.ceil(end - dust));
        if (isWhole(found.values) && !isSure(suspicion, rules, tableOf(found.values))) return false;
        if (isSure(suspicion, rules, boundsIn(knowledge))) return true;
      }
    }
  return false;
}

/** Of larger tables than this only what subtraction alone gives is asked, unless the caller has time. */
export const mostUnknowns = 20_000;

/** Learns what can be learnt: by subtraction first, then by the least and the most of whatever is left open. */
export function learn(
  { knowledge, groups, contradicted }: SurveyKnowledge,
  rules: Rules,
  extremes: Extremes,
): Lesson {
  if (contradicted || !narrow(knowledge)) return { learnt: [], contradicted: true, unasked: 0 };
  const suspicions = groups.flatMap((group): Suspicion[] => [
    { group, kind: null },
    ...group.kinds.map((kind) => ({ group, kind })),
  ]);
  const rangeOf = boundsIn(knowledge);
  const proven = suspicions.filter((one) => isSure(one, rules, rangeOf));
  const open = suspicions.filter((one) => {
    const lead = rangeOf(leadOf(one));
    return lead.low < lead.high && !proven.includes(one);
  });
  const isAsked = knowledge.lows.length <= mostUnknowns;
  const attack = { knowledge, rules, extremes };
  const left = isAsked ? clear(open, attack) : [];
  proven.push(...left.filter((one) => isProven(one, attack)));
  return {
    learnt: proven.map(({ group, kind }) => ({
      group,
      column: kind?.column ?? null,
      ...rangeOf(kind?.value ?? group.people),
    })),
    contradicted: false,
    unasked: isAsked ? 0 : open.length,
  };
}
