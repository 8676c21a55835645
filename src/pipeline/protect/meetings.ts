import { blockOf, cellsIn } from './earlier.ts';
import { knownSums } from './known-sums.ts';
import { cellCount, total, unitsOf, type Unit } from './linked.ts';
import type { Known } from './linked-system.ts';
import { judge, type Thresholds } from './primary.ts';
import type { SurveyCells } from './survey-cells.ts';

/*
 * Where tables of two families count the same people: those who named no hall are those of some channels, say. A reader sees
 * it from numbers that are the same everywhere, and has from one table what the other withholds.
 */

/** The layers of a family: the responses first, then the questions. Their cells are the same. */
type Layers = readonly SurveyCells[];

/** People whom a family counts in some of its cells, and another family in some of its own. */
type Met = readonly number[];

/** A table of more groups is not held against others sum by sum: nobody looks through that many. */
const mostGroups = 6;

/** The cells of every unit of a table by one dimension that has people, time left out: when they came is told by all. */
function unitsWithPeople({ linked, tables }: SurveyCells): Unit[] {
  return unitsOf(linked).filter(
    ({ table, cells }) =>
      tables[table]?.length === 1 &&
      tables[table]?.[0] !== 'period' &&
      total(linked, cells, [...linked.columns.keys()]) > 0,
  );
}

/** Every number of some cells, by release and column. */
function numbersOf(cells: SurveyCells, own: readonly number[]): readonly number[] {
  const { linked, blocks } = cells;
  const byBlock = Map.groupBy(own, (cell) => blockOf(cells, cell));
  return blocks.flatMap((block) =>
    [...linked.columns.keys()].map((column) => total(linked, byBlock.get(block) ?? [], [column])),
  );
}

/** The cells of every sum of groups of the small tables of a family, by their numbers; neither nobody nor everybody. */
function sumsOf(cells: SurveyCells): ReadonlyMap<string, Met> {
  const sums = new Map<string, Met>();
  for (const units of Map.groupBy(unitsWithPeople(cells), ({ table }) => table).values()) {
    if (units.length > mostGroups) continue;
    const groups = units.map((unit) => ({ cells: unit.cells, numbers: numbersOf(cells, unit.cells) }));
    for (let choice = 1; choice < 2 ** groups.length - 1; choice += 1) {
      const chosen = groups.filter((_, at) => (choice >> at) % 2 === 1);
      const numbers = (chosen[0]?.numbers ?? []).map((_, at) =>
        chosen.reduce((sum, group) => sum + (group.numbers[at] ?? 0), 0),
      );
      const key = numbers.join();
      if (!sums.has(key))
        sums.set(
          key,
          chosen.flatMap((group) => group.cells),
        );
    }
  }
  return sums;
}

const isSame = (one: Layers, met: Met, other: Layers, its: Met) =>
  one.every((layer, at) => {
    const beside = other[at];
    return beside !== undefined && numbersOf(layer, met).join() === numbersOf(beside, its).join();
  });

/**
 * For each family the people whom another family counts, too: a unit of one that is, in every number of every layer, a sum of
 * groups of the other. `families` are the layers of each.
 */
export function meetingsOf(families: readonly Layers[]): readonly (readonly Met[])[] {
  const meetings = families.map((): Met[] => []);
  const all = families.flatMap((layers, at) =>
    layers.slice(0, 1).map((responses) => ({ at, layers, responses, sums: sumsOf(responses) })),
  );
  for (const one of all)
    for (const { cells } of unitsWithPeople(one.responses)) {
      const numbers = numbersOf(one.responses, cells).join();
      for (const other of all) {
        const met = other === one ? undefined : other.sums.get(numbers);
        if (met === undefined || !isSame(one.layers, cells, other.layers, met)) continue;
        meetings[one.at]?.push(cells);
        meetings[other.at]?.push(met);
      }
    }
  return meetings;
}

/** What a reader has from another family, of one layer. */
export interface Elsewhere {
  readonly known: readonly Known[];
  /** The people whom both count, and all others, where every number of them is known. */
  readonly sides: readonly (readonly number[])[];
}

/**
 * What a reader has from another family of people whom both count, release by release. What either family must withhold of
 * them, or of all others, for its own sake, the other cannot tell.
 */
export function knownElsewhere(cells: SurveyCells, met: Met, thresholds: Thresholds): Elsewhere {
  const { linked, blocks } = cells;
  const own = new Set(met);
  const others = [...Array(cellCount(linked)).keys()].filter((cell) => !own.has(cell));
  const verdicts = [met, others]
    .flatMap((some) => [some, ...blocks.map((block) => cellsIn(cells, some, block))])
    .map((some) => judge(linked, { cells: some }, thresholds));
  if (verdicts.some(({ hidesBase }) => hidesBase)) return { known: [], sides: [] };
  const hidesParts = verdicts.some((verdict) => verdict.hidesParts);
  return {
    known: knownSums(cells, met, { hidesBase: false, hidesParts }),
    sides: hidesParts ? [] : [met, others],
  };
}
