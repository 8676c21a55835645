import { unitAt, unitKey } from '../../model/survey-table.ts';
import { leafOf, total, unitsOf, type Unit } from './linked.ts';
import type { Known } from './linked-system.ts';
import type { SurveyCells } from './survey-cells.ts';
import type { ReleasedNumber } from './told.ts';

/** A number that was published and is another now. */
export interface Changed extends ReleasedNumber {
  readonly now: number;
  readonly at: Unit;
  readonly columns: readonly number[];
}

/** What earlier releases told of a layer: the numbers that still hold, and those that changed. */
export interface ToldBefore {
  readonly known: readonly Known[];
  readonly changed: readonly Changed[];
}

/** The block to which each cell belongs. */
export function blockOf({ linked, time }: SurveyCells, cell: number): string {
  const levels = linked.dimensions[time]?.levels.find(({ name }) => name === 'block');
  return levels?.groupOf[leafOf(linked, cell, time)] ?? '';
}

/** Those of some cells that came with one release. */
export function cellsIn(cells: SurveyCells, some: readonly number[], block: string): readonly number[] {
  return some.filter((cell) => blockOf(cells, cell) === block);
}

/** The named units of a family, by key. */
export function unitsByKey({ linked, tables }: SurveyCells): ReadonlyMap<string, Unit> {
  return new Map(
    unitsOf(linked).flatMap((unit) =>
      unit.named ? [[unitKey(unitAt(tables[unit.table] ?? [], unit.groups)), unit] as const] : [],
    ),
  );
}

/** Finds out what earlier releases told of a layer's atoms. A table that is no longer published still counts. */
export function toldBefore(cells: SurveyCells, told: readonly ReleasedNumber[]): ToldBefore {
  const { linked } = cells;
  const units = unitsByKey(cells);
  const { layer } = linked;
  const known: Known[] = [];
  const changed: Changed[] = [];
  for (const [unit, numbers] of Map.groupBy(told, (number) => units.get(number.unit))) {
    if (unit === undefined) continue;
    const blocks = unit.cells.map((cell) => Number(blockOf(cells, cell)));
    for (const number of numbers) {
      const columns =
        number.parts === null
          ? layer.base
          : layer.parts.flatMap((part) => (number.parts?.includes(part.name) ? part.columns : []));
      const there = unit.cells.filter((_, place) => (blocks[place] ?? Infinity) <= number.release);
      const now = total(linked, there, columns);
      const atoms = there.flatMap((cell) => columns.map((column) => cell * linked.columns.length + column));
      if (now === number.value) known.push({ name: `release ${number.release} ${number.where}`, atoms });
      else changed.push({ ...number, now, at: unit, columns });
    }
  }
  return { known, changed };
}
