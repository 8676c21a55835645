import { cellCount } from './linked.ts';
import type { SurveyCells } from './survey-cells.ts';

/** Finds the cells among whose people those of some cells are known to be: the fewest that a reader can count as a whole. */
export function sideOf({
  linked,
  sides,
}: Pick<SurveyCells, 'linked' | 'sides'>): (cells: readonly number[]) => readonly number[] {
  const all = [...Array(cellCount(linked)).keys()];
  const bySize = sides
    .toSorted((one, other) => one.length - other.length)
    .map((side) => ({ side, has: new Set(side) }));
  return (cells) => bySize.find(({ has }) => cells.every((cell) => has.has(cell)))?.side ?? all;
}
