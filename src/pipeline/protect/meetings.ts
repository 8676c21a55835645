import { blockOf } from './earlier.ts';
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

/** Every number of some cells, by release and column, as one text. */
function numbersOf(cells: SurveyCells, own: readonly number[]): string {
  const { linked, blocks } = cells;
  const byBlock = Map.groupBy(own, (cell) => blockOf(cells, cell));
  return blocks
    .flatMap((block) =>
      [...linked.columns.keys()].map((column) => total(linked, byBlock.get(block) ?? [], [column])),
    )
    .join();
}

/** The cells of every sum of groups of the small tables of a family, by their numbers; neither nobody nor everybody. */
function sumsOf(cells: SurveyCells): ReadonlyMap<string, Met> {
  const sums = new Map<string, Met>();
  for (const groups of Map.groupBy(unitsWithPeople(cells), ({ table }) => table).values()) {
    if (groups.length > mostGroups) continue;
    for (let chosen = 1; chosen < 2 ** groups.length - 1; chosen += 1) {
      const met = groups.filter((_, at) => (chosen >> at) % 2 === 1).flatMap((unit) => unit.cells);
      const numbers = numbersOf(cells, met);
      if (!sums.has(numbers)) sums.set(numbers, met);
    }
  }
  return sums;
}

const isSame = (one: Layers, met: Met, other: Layers, its: Met) =>
  one.every((layer, at) => {
    const beside = other[at];
    return beside !== undefined && numbersOf(layer, met) === numbersOf(beside, its);
  });

/**
 * For each family the people whom another family counts, too: a unit of one that is, in every number of every layer, a sum of
 * groups of the other.
 *
 * @param families The layers of every family.
 */
export function meetingsOf(families: readonly Layers[]): readonly (readonly Met[])[] {
  const meetings = families.map((): Met[] => []);
  for (const [at, family] of families.entries())
    for (const [beside, other] of families.entries()) {
      const [own, its] = [family[0], other[0]];
      if (at === beside || own === undefined || its === undefined) continue;
      const sums = sumsOf(its);
      for (const { cells } of unitsWithPeople(own)) {
        const met = sums.get(numbersOf(own, cells));
        if (met === undefined || !isSame(family, cells, other, met)) continue;
        meetings[at]?.push(cells);
        meetings[beside]?.push(met);
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
  const inBlock = (some: readonly number[], block: string) =>
    some.filter((cell) => blockOf(cells, cell) === block);
  const verdicts = [met, others]
    .flatMap((some) => [some, ...blocks.map((block) => inBlock(some, block))])
    .map((some) => judge(linked, { cells: some }, thresholds));
  if (verdicts.some(({ hidesBase }) => hidesBase)) return { known: [], sides: [] };
  const isWhole = !verdicts.some(({ hidesParts }) => hidesParts);
  const { name, base, parts } = linked.layer;
  const sums = [base, ...(isWhole ? parts.map(({ columns }) => columns) : [])];
  const known = blocks.flatMap((block) =>
    sums.map((columns): Known => ({
      name: `${name} elsewhere in ${block}`,
      atoms: inBlock(met, block).flatMap((cell) =>
        columns.map((column) => cell * linked.columns.length + column),
      ),
    })),
  );
  return { known, sides: isWhole ? [met, others] : [] };
}
