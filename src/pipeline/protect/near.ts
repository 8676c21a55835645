import { cellCount, leafOf, type Linked, type Unit } from './linked.ts';

/** How much of the neighbourhood a step takes in: leaves besides the unit's own, leaves of the other dimensions. */
interface Reach {
  readonly beside: number;
  readonly across: number;
}

const everything = Number.POSITIVE_INFINITY;
const reaches: readonly Reach[] = [
  { beside: 3, across: 2 },
  { beside: 6, across: 3 },
  { beside: 12, across: 6 },
  { beside: everything, across: everything },
];

/** Hidden anyway, so that a move among them costs nothing: so many are taken in, whatever the reach. */
const smallTakenIn = 6;
/** More than so many atoms are not searched: the solver would take minutes. */
const mostAtoms = 2000;

/** What is asked about. */
export interface Asked {
  readonly unit: Unit;
  readonly width: number;
}

/** Counts the people in every cell, once. */
export function peopleByCell(linked: Linked): Int32Array {
  const { base } = linked.layer;
  const people = new Int32Array(cellCount(linked));
  for (let cell = 0; cell < people.length; cell += 1)
    for (const column of base)
      people[cell] = (people[cell] ?? 0) + (linked.counts[cell * linked.columns.length + column] ?? 0);
  return people;
}

/** The leaves that a move out of the unit could go to: the hidden ones, then the smallest that can give enough. */
function leavesBeside(
  people: ReadonlyMap<number, number>,
  own: ReadonlySet<number>,
  width: number,
  most: number,
) {
  const others = [...people].filter(([leaf]) => !own.has(leaf));
  const bySize = others.sort(([a, one], [b, other]) => one - other || a - b);
  const small = bySize.filter(([, count]) => count > 0 && count < width).slice(-smallTakenIn);
  const enough = bySize.filter(([, count]) => count >= width);
  const rest = bySize.filter(([, count]) => count === 0);
  const taken = most === everything ? [...bySize] : [...small, ...[...enough, ...rest].slice(0, most)];
  return taken.map(([leaf]) => leaf);
}

/** The leaves that belong together with the unit's own at another level, as the other services of a department; and who named none. */
function siblings({ dimensions }: Linked, dimension: number, own: ReadonlySet<number>): number[] {
  const { leaves = [], levels = [] } = dimensions[dimension] ?? {};
  const unnamed =
    levels.length > 1
      ? []
      : [...leaves.keys()].filter((leaf) => levels[0]?.unnamed.has(levels[0].groupOf[leaf] ?? ''));
  const together = levels
    .filter(({ groupOf }) => new Set(groupOf).size < leaves.length)
    .flatMap(({ groupOf, unnamed }) => {
      const groups = new Set([...own].map((leaf) => groupOf[leaf] ?? ''));
      return [...leaves.keys()].filter((leaf) => {
        const group = groupOf[leaf] ?? '';
        return groups.has(group) && !unnamed.has(group);
      });
    });
  return [...unnamed, ...together];
}

/**
 * The atoms among which a unit's count may be brought in doubt: its own cells and some beside them in every dimension
 * of its table, at a few leaves of the other dimensions. A move within such a block leaves all other tables as they are.
 */
export function nearBy(
  linked: Linked,
  { unit, width }: Asked,
  people: Int32Array,
  step: number,
): number[] | null {
  const reach = reaches[step];
  if (reach === undefined) return null;
  const { dimensions, tables, columns } = linked;
  const fixed = new Map((tables[unit.table] ?? []).map(({ dimension }) => [dimension, new Set<number>()]));
  for (const cell of unit.cells)
    for (const [dimension, own] of fixed) own.add(leafOf(linked, cell, dimension));
  const cells = [...people.keys()];
  const chosen = dimensions.map((_, dimension): ReadonlySet<number> => {
    const own = fixed.get(dimension);
    const counts = new Map<number, number>();
    for (const cell of cells) {
      const isBeside = [...fixed].every(
        ([other, leaves]) => other === dimension || leaves.has(leafOf(linked, cell, other)),
      );
      const leaf = leafOf(linked, cell, dimension);
      if (isBeside) counts.set(leaf, (counts.get(leaf) ?? 0) + (people[cell] ?? 0));
    }
    if (own !== undefined)
      return new Set([
        ...own,
        ...siblings(linked, dimension, own),
        ...leavesBeside(counts, own, width, reach.beside),
      ]);
    const there = new Set(unit.cells.map((cell) => leafOf(linked, cell, dimension)));
    if (there.size < counts.size) return there;
    const byCount = [...counts].sort(([a, one], [b, other]) => other - one || a - b);
    return new Set(byCount.slice(0, reach.across).map(([leaf]) => leaf));
  });
  const inside = cells.filter((cell) =>
    chosen.every((leaves, dimension) => leaves.has(leafOf(linked, cell, dimension))),
  );
  if (inside.length * columns.length > mostAtoms) return null;
  return inside.flatMap((cell) => [...columns.keys()].map((column) => cell * columns.length + column));
}
