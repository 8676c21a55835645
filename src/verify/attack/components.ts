import type { Knowledge } from './knowledge.ts';

/** Unknowns that hang together, by themselves: nothing that is found out about others says anything about them. */
export interface Component {
  readonly knowledge: Knowledge;
  /** For every unknown of the whole that is in here, its place in here. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** Finds the head of a set, and lets all on the way point to it. */
function headOf(heads: Int32Array, unknown: number): number {
  let head = unknown;
  while (heads[head] !== head) head = heads[head] ?? head;
  for (let next = unknown; next !== head;) {
    const after = heads[next] ?? head;
    heads[next] = head;
    next = after;
  }
  return head;
}

/**
 * Takes narrowed knowledge apart into what hangs together. What is known exactly goes into the ends of the relations; the
 * rest is mostly many small systems, each solved in no time.
 *
 * @example
 * const knowledge = {
 *   lows: Float64Array.of(0, 0, 4, 0),
 *   highs: Float64Array.of(9, 9, 4, 9),
 *   relations: [{ unknowns: [0, 1, 2], factors: [1, 1, 1], low: 10, high: 10 }],
 * };
 * componentsOf(knowledge).map(({ placeOf }) => [...placeOf.keys()]); // => [[0, 1], [3]]
 * componentsOf(knowledge)[0].knowledge.relations; // => [{ unknowns: [0, 1], factors: [1, 1], low: 6, high: 6 }]
 */
export function componentsOf({ lows, highs, relations }: Knowledge): Component[] {
  const isFree = (unknown: number) => (lows[unknown] ?? 0) < (highs[unknown] ?? 0);
  const heads = Int32Array.from(lows.keys());
  for (const { unknowns } of relations) {
    const [first, ...others] = unknowns.filter(isFree);
    if (first !== undefined) for (const other of others) heads[headOf(heads, other)] = headOf(heads, first);
  }
  const groups = Map.groupBy([...lows.keys()].filter(isFree), (unknown) => headOf(heads, unknown));
  const ofGroup = Map.groupBy(relations, ({ unknowns }) => {
    const free = unknowns.find(isFree);
    return free === undefined ? -1 : headOf(heads, free);
  });
  return [...groups].map(([head, own]): Component => {
    const placeOf = new Map(own.map((unknown, place) => [unknown, place]));
    const kept = (ofGroup.get(head) ?? []).map(({ unknowns, factors, low, high }) => {
      const places: number[] = [];
      const rest: number[] = [];
      let known = 0;
      unknowns.forEach((unknown, at) => {
        const place = placeOf.get(unknown);
        if (place === undefined) known += (factors[at] ?? 0) * (lows[unknown] ?? 0);
        else rest[places.push(place) - 1] = factors[at] ?? 0;
      });
      return { unknowns: places, factors: rest, low: low - known, high: high - known };
    });
    return {
      knowledge: {
        lows: Float64Array.from(own, (unknown) => lows[unknown] ?? 0),
        highs: Float64Array.from(own, (unknown) => highs[unknown] ?? Infinity),
        relations: kept,
      },
      placeOf,
    };
  });
}
