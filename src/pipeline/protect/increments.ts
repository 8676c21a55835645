import { cellsIn } from './earlier.ts';
import { total, unitsOf, type Linked, type Unit } from './linked.ts';
import type { Verdict } from './primary.ts';
import { sideOf } from './sides.ts';
import type { SurveyCells } from './survey-cells.ts';

/** What one release added to a unit, which a reader has by subtracting the release before, and all among whom they are known to be. */
export interface Increment {
  readonly unit: Unit;
  readonly whole: readonly number[];
}

/** What each release added to every unit of the tables that do not tell periods apart; nothing where there is only one. */
export function increments(cells: SurveyCells): Increment[] {
  const { linked, blocks, tables } = cells;
  if (blocks.length < 2) return [];
  const side = sideOf(cells);
  return unitsOf(linked).flatMap((unit) => {
    if (tables[unit.table]?.includes('period')) return [];
    const among = side(unit.cells);
    return blocks.map((block) => ({
      unit: { ...unit, cells: cellsIn(cells, unit.cells, block) },
      whole: cellsIn(cells, among, block),
    }));
  });
}

/**
 * How far an increment can be in doubt. What came with one release is known as a whole: of each kind, and of who is not of
 * it, there are no more than that. Doubts that nothing is left of are none.
 */
export function doubtsOfIncrement(
  linked: Linked,
  { doubts }: Verdict,
  whole: readonly number[],
): Verdict['doubts'] {
  const { base } = linked.layer;
  const people = total(linked, whole, base);
  return doubts.flatMap(({ columns, width }) => {
    const kind = total(linked, whole, columns);
    const most = Math.min(width, kind, columns === base ? kind : people - kind);
    return most > 0 ? [{ columns, width: most }] : [];
  });
}
