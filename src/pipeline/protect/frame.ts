import { cellCount, leafOf, type Linked, type Unit } from './linked.ts';
import type { Lot } from './lots.ts';
import type { Change, PublicRecord } from './system.ts';

/** A unit with the records in which its people and its distribution stand, and by how many its people can grow. */
export interface Recorded {
  readonly unit: Unit;
  readonly base: number;
  readonly parts: number;
  readonly room: number;
}

/** A sum of columns of a unit that must be in doubt by so much. */
export interface Doubt {
  readonly unit: Unit;
  readonly columns: readonly number[];
  readonly width: number;
}

/** Linked tables with the ways from a cell to its neighbours and its units. */
export interface Frame {
  readonly linked: Linked;
  readonly records: readonly PublicRecord[];
  readonly recorded: readonly Recorded[];
  /** For every table, for every cell, the place of its unit among the recorded. */
  readonly unitOf: readonly Int32Array[];
  /** How far the cells of two neighbouring leaves lie apart, by dimension. */
  readonly strides: readonly number[];
}

/** Finds the ways once. */
export function frameOf(
  linked: Linked,
  records: readonly PublicRecord[],
  recorded: readonly Recorded[],
): Frame {
  const unitOf = linked.tables.map(() => new Int32Array(cellCount(linked)));
  recorded.forEach(({ unit }, place) => {
    for (const cell of unit.cells) unitOf[unit.table]?.fill(place, cell, cell + 1);
  });
  const strides = linked.dimensions.map((_, dimension) =>
    linked.dimensions.slice(dimension + 1).reduce((product, { leaves }) => product * leaves.length, 1),
  );
  return { linked, records, recorded, unitOf, strides };
}

/** The cells at all leaves of some dimensions and at the first leaf of the others. */
export function spread({ linked, strides }: Frame, dimensions: readonly number[]): number[] {
  return dimensions.reduce<number[]>(
    (cells, dimension) => {
      const leaves = [...(linked.dimensions[dimension]?.leaves.keys() ?? [])];
      return cells.flatMap((cell) => leaves.map((leaf) => cell + leaf * (strides[dimension] ?? 0)));
    },
    [0],
  );
}

/** The leaves of a dimension at which a unit's cells lie. */
export function leavesOf({ linked }: Frame, { cells }: Unit, dimension: number): number[] {
  return [...new Set(cells.map((cell) => leafOf(linked, cell, dimension)))];
}

/** What withholding the distribution of a unit costs, and its people where they move; infinite where it cannot be. */
export function costOf(
  { records, recorded }: Frame,
  withheld: ReadonlySet<number>,
  place: number,
  movesPeople: boolean,
): number {
  const { base = 0, parts = 0 } = recorded[place] ?? {};
  const of = (record: number) => (withheld.has(record) ? 0 : (records[record]?.cost ?? Infinity));
  return of(parts) + (movesPeople ? of(base) : 0);
}

/** Which way a sum goes. */
export type Sign = 1 | -1;

/** Another table while it is being made: by atom, how much it differs from the true one. */
export type Draft = Map<number, number>;

/** The changes of a finished draft. */
export function changesOf(draft: Draft): Change[] {
  return [...draft].filter(([, by]) => by !== 0);
}

/** From one cell to another. */
export interface Step {
  readonly to: number;
  readonly from: number;
}

/** How often a lot could be added to a cell before a count falls below nought. */
function roomIn({ linked }: Frame, draft: Draft, lot: Lot, sign: Sign, cell: number): number {
  let room = Infinity;
  for (const [column, by] of lot) {
    if (sign * by > 0) continue;
    const atom = cell * linked.columns.length + column;
    const count = (linked.counts[atom] ?? 0) + (draft.get(atom) ?? 0);
    room = Math.min(room, Math.floor(count / Math.abs(by)));
  }
  return room;
}

/** How often a lot can go a step. */
export function roomAlong(frame: Frame, draft: Draft, lot: Lot, sign: Sign, { to, from }: Step): number {
  const out = roomIn(frame, draft, lot, sign === 1 ? -1 : 1, from);
  return out === 0 ? 0 : Math.min(out, roomIn(frame, draft, lot, sign, to));
}

/** Lets a lot go a step so many times. */
export function go({ linked }: Frame, draft: Draft, lot: Lot, amount: number, { to, from }: Step): void {
  const width = linked.columns.length;
  for (const [column, by] of lot)
    for (const [cell, sign] of [
      [to, 1],
      [from, -1],
    ] as const) {
      const atom = cell * width + column;
      draft.set(atom, (draft.get(atom) ?? 0) + sign * by * amount);
    }
}
