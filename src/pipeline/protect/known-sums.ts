import { cellsIn } from './earlier.ts';
import type { Known } from './linked-system.ts';
import type { Verdict } from './primary.ts';
import type { SurveyCells } from './survey-cells.ts';

/** What counts as known of some people as a whole, release by release: how many they are and what they answered, unless that is hidden. */
export function knownSums(
  cells: SurveyCells,
  people: readonly number[],
  { hidesBase, hidesParts }: Pick<Verdict, 'hidesBase' | 'hidesParts'>,
): Known[] {
  const { linked, blocks } = cells;
  const { name, base, parts } = linked.layer;
  const sums = [...(hidesBase ? [] : [base]), ...(hidesParts ? [] : parts.map(({ columns }) => columns))];
  return blocks.flatMap((block) => {
    const own = cellsIn(cells, people, block);
    return sums.map((columns): Known => ({
      name: `${name} in ${block}`,
      atoms: own.flatMap((cell) => columns.map((column) => cell * linked.columns.length + column)),
    }));
  });
}
