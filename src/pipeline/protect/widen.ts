import { changesOf, type Draft, type Sign } from './frame.ts';
import type { TablePair } from './system.ts';

/** One way to bring a sum in doubt. */
export interface Way {
  readonly cost: number;
  /** By how much it can at most: more than it says it never does. */
  readonly atMost: number;
  /** Changes a draft so that the sum grows, or with a minus falls, by up to so much, and says by how much. */
  readonly fill: (draft: Draft, sign: Sign, most: number) => number;
}

/** Goes some ways, one after the other, until a sum is in doubt by its width; null where they do not suffice. */
function along(ways: readonly Way[], width: number): TablePair | null {
  const high: Draft = new Map();
  const low: Draft = new Map();
  let wide = 0;
  for (const { fill } of ways) {
    if (wide < width) wide += fill(high, 1, width - wide);
    if (wide < width) wide += fill(low, -1, width - wide);
    if (wide >= width) return { low: changesOf(low), high: changesOf(high) };
  }
  return null;
}

/** The pairs of tables between which a sum is wide enough: by one way alone, the cheapest first, then by several together. */
export function* widen(ways: readonly Way[], width: number): Generator<TablePair> {
  const cheapest = ways.filter(({ atMost }) => atMost >= width).sort((one, other) => one.cost - other.cost);
  for (const way of cheapest) {
    const pair = along([way], width);
    if (pair !== null) yield pair;
  }
  const worth = ({ cost, atMost }: Way) => cost / Math.min(atMost, width);
  const useful = ways.filter(({ atMost }) => atMost > 0);
  const pair = along(
    useful.sort((one, other) => worth(one) - worth(other)),
    width,
  );
  if (pair !== null) yield pair;
}
