import type { Knowledge, Relation } from './knowledge.ts';

/** Sums of a thousand people are exact; what is worked out from six decimals is not. */
const dust = 1e-6;

/** Rounds of narrowing after which a reader gives up: what is gained then is next to nothing. */
const mostRounds = 200;

/** The least and the most that the terms of a relation can add up to. */
function spanOf({ unknowns, factors }: Relation, { lows, highs }: Knowledge) {
  let low = 0;
  let high = 0;
  unknowns.forEach((unknown, place) => {
    const factor = factors[place] ?? 0;
    const [one, other] = [factor * (lows[unknown] ?? 0), factor * (highs[unknown] ?? Infinity)];
    low += Math.min(one, other);
    high += Math.max(one, other);
  });
  return { low, high };
}

/** Narrows the terms of one relation by all its others. Gives the unknowns that changed; null where nothing fits. */
function narrowBy(relation: Relation, knowledge: Knowledge): number[] | null {
  const { lows, highs } = knowledge;
  const span = spanOf(relation, knowledge);
  if (span.low > relation.high + dust || span.high < relation.low - dust) return null;
  const changed: number[] = [];
  relation.unknowns.forEach((unknown, place) => {
    const factor = relation.factors[place] ?? 0;
    const [from, to] = [lows[unknown] ?? 0, highs[unknown] ?? Infinity];
    const [least, most] = factor > 0 ? [factor * from, factor * to] : [factor * to, factor * from];
    // An endless term leaves the others nothing to say, unless it is the only one.
    const below = Number.isFinite(span.low)
      ? span.low - least
      : least === -Infinity
        ? restOf(relation, knowledge, place).low
        : -Infinity;
    const above = Number.isFinite(span.high)
      ? span.high - most
      : most === Infinity
        ? restOf(relation, knowledge, place).high
        : Infinity;
    const ends = [(relation.high - below) / factor, (relation.low - above) / factor];
    const [low, high] = [Math.ceil(Math.min(...ends) - dust), Math.floor(Math.max(...ends) + dust)];
    if (low > from) lows[unknown] = low;
    if (high < to) highs[unknown] = high;
    if (low > from || high < to) changed.push(unknown);
  });
  return changed.some((unknown) => (lows[unknown] ?? 0) > (highs[unknown] ?? 0)) ? null : changed;
}

function restOf(relation: Relation, knowledge: Knowledge, place: number) {
  const without = <Item>(list: readonly Item[]) => list.filter((_, at) => at !== place);
  return spanOf(
    { ...relation, unknowns: without(relation.unknowns), factors: without(relation.factors) },
    knowledge,
  );
}

/**
 * Subtraction, as often as it helps: every unknown is narrowed by what the others of its sums leave it, until nothing
 * changes. Says whether the numbers agree with each other at all.
 */
export function narrow(knowledge: Knowledge): boolean {
  const { relations, lows } = knowledge;
  const relationsOf: number[][] = Array.from({ length: lows.length }, () => []);
  relations.forEach(({ unknowns }, place) => {
    for (const unknown of unknowns) relationsOf[unknown]?.push(place);
  });
  let waiting = new Set(relations.keys());
  for (let round = 0; round < mostRounds && waiting.size > 0; round += 1) {
    const next = new Set<number>();
    for (const place of waiting) {
      const relation = relations[place];
      const changed = relation === undefined ? [] : narrowBy(relation, knowledge);
      if (changed === null) return false;
      for (const unknown of changed) for (const other of relationsOf[unknown] ?? []) next.add(other);
    }
    waiting = next;
  }
  return true;
}
