import { frameOf, type Doubt, type Recorded } from './frame.ts';
import type { Linked } from './linked.ts';
import { isBase } from './lots.ts';
import { moves } from './moves.ts';
import { planOf, rectangles, type Plan } from './rectangles.ts';
import type { PublicRecord, TablePair } from './system.ts';
import { widen, type Way } from './widen.ts';

/**
 * Finds pairs of tables that bring a doubt about without a solver, the cheapest first: by rectangles that touch nothing
 * beyond four units of a table, then by moves along a dimension. Whole numbers all, so what is found needs no rounding.
 */
export function swapsOf(
  linked: Linked,
  records: readonly PublicRecord[],
  recorded: readonly Recorded[],
): (doubt: Doubt, withheld: ReadonlySet<number>) => Iterable<TablePair> {
  const frame = frameOf(linked, records, recorded);
  const plans = new Map<number, Plan>();
  const planFor = (table: number) => {
    const plan = plans.get(table) ?? planOf(frame, table);
    plans.set(table, plan);
    return plan;
  };
  return function* (doubt, withheld) {
    const { table } = doubt.unit;
    const path = linked.tables[table] ?? [];
    const all: Way[] = [];
    const movings = isBase(linked, doubt.columns) ? (['people'] as const) : (['answers', 'people'] as const);
    for (const moving of movings) {
      const around = path.length === 2 ? rectangles(frame, planFor(table), doubt, withheld, moving) : [];
      yield* widen(around, doubt.width);
      all.push(...around);
      for (const { dimension } of path) {
        const straight = moves(frame, dimension, doubt, withheld, moving);
        yield* widen(straight, doubt.width);
        all.push(...straight);
      }
    }
    yield* widen(all, doubt.width);
  };
}
