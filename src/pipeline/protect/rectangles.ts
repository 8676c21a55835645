import {
  costOf,
  go,
  leavesOf,
  roomAlong,
  spread,
  type Doubt,
  type Draft,
  type Frame,
  type Sign,
  type Step,
} from './frame.ts';
import { leafOf, total, type Level, type Linked } from './linked.ts';
import { meansBetween, type Lot, type Moving } from './lots.ts';
import type { Way } from './widen.ts';

/** How the two dimensions of a table see the others. */
export interface Plan {
  /** Here everything that goes into a cell comes out of one that differs in the other dimension alone. */
  readonly level: Level;
  readonly stride: number;
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** There it only stays at the same leaves of the dimensions that share a table with that one. */
  readonly other: number;
  readonly rests: readonly number[];
  /** For every rest, where in those dimensions it is. */
  readonly states: readonly number[];
}

/**
 * What of another dimension is told together with one: its leaves where they share a table; otherwise the releases, if it
 * is time, for an earlier one has told its part of every unit; or nothing.
 */
function toldWith({ dimensions, tables }: Linked, dimension: number, other: number): readonly string[] {
  const { leaves = [], levels = [] } = dimensions[other] ?? {};
  const isShared = tables.some((path) =>
    [dimension, other].every((each) => path.some((step) => step.dimension === each)),
  );
  return isShared ? leaves : (levels.find(({ name }) => name === 'block')?.groupOf ?? leaves.map(() => ''));
}

/** Makes the plan of a table by two dimensions. */
export function planOf(frame: Frame, table: number): Plan {
  const { linked, strides } = frame;
  const path = linked.tables[table] ?? [];
  const own = path.map(({ dimension }) => dimension);
  const rest = [...linked.dimensions.keys()].filter((dimension) => !own.includes(dimension));
  // Leaves that belong to one group differ in other tables, so their dimension keeps all else as it is.
  const hasGroups = (dimension: number) => Number((linked.dimensions[dimension]?.levels.length ?? 0) > 1);
  const states = (dimension: number) =>
    rest.reduce((product, other) => product * new Set(toldWith(linked, dimension, other)).size, 1);
  const [other = 0, full = 0] = [...own].sort(
    (one, two) => hasGroups(one) - hasGroups(two) || states(one) - states(two),
  );
  const name = path.find(({ dimension }) => dimension === full)?.level;
  const level = linked.dimensions[full]?.levels.find((each) => each.name === name);
  if (level === undefined) throw new Error(`the table has no level ${name}`);
  const rests = spread(frame, rest);
  const told = rest.map((each) => {
    const labels = toldWith(linked, other, each);
    return (cell: number) => labels[leafOf(linked, cell, each)] ?? '';
  });
  const keys = rests.map((cell) => told.map((at) => at(cell)).join('\u001e'));
  const placeOf = new Map([...new Set(keys)].map((key, place) => [key, place]));
  return {
    level,
    stride: strides[full] ?? 1,
    groups: Map.groupBy(level.groupOf.keys(), (leaf) => level.groupOf[leaf] ?? ''),
    other,
    rests,
    states: keys.map((key) => placeOf.get(key) ?? 0),
  };
}

/** Two groups and two leaves. */
interface Rectangle {
  readonly group: string;
  readonly across: string;
  readonly here: number;
  readonly there: number;
}

/** Lets a lot go around a rectangle, up to so many times: into a corner, out of the next, into the one across, out of the last. */
function goAround(
  frame: Frame,
  plan: Plan,
  draft: Draft,
  { group, across, here, there }: Rectangle,
  isOwn: (cell: number) => boolean,
  lot: Lot,
  sign: Sign,
  most: number,
): number {
  const stride = frame.strides[plan.other] ?? 1;
  const stepsOf = (leaves: readonly number[], to: number, from: number, place: number): Step[] =>
    leaves.map((leaf) => {
      const cell = leaf * plan.stride + (plan.rests[place] ?? 0);
      return { to: cell + to * stride, from: cell + from * stride };
    });
  const near = new Map<number, { readonly step: Step; room: number }[]>();
  plan.states.forEach((state, place) => {
    for (const step of stepsOf(plan.groups.get(group) ?? [], here, there, place)) {
      const room = isOwn(step.to) ? roomAlong(frame, draft, lot, sign, step) : 0;
      if (room <= 0) continue;
      const list = near.get(state);
      if (list === undefined) near.set(state, [{ step, room }]);
      else list.push({ step, room });
    }
  });
  let gone = 0;
  if (near.size === 0) return gone;
  for (const [place, state] of plan.states.entries()) {
    const open = near.get(state);
    if (open === undefined || open.length === 0) continue;
    for (const far of stepsOf(plan.groups.get(across) ?? [], there, here, place)) {
      let room = roomAlong(frame, draft, lot, sign, far);
      for (let one = open.at(-1); one !== undefined && room > 0 && gone < most; one = open.at(-1)) {
        const amount = Math.min(room, one.room, most - gone);
        go(frame, draft, lot, sign * amount, one.step);
        go(frame, draft, lot, sign * amount, far);
        gone += amount;
        room -= amount;
        one.room -= amount;
        if (one.room === 0) open.pop();
      }
    }
    if (gone >= most) break;
  }
  return gone;
}

/**
 * The ways to bring a unit of a table by two dimensions in doubt that leave every other table as it is: what goes into
 * the unit comes out of one beside it, goes into the one across and comes out of the last, so that only four are touched.
 */
export function rectangles(
  frame: Frame,
  plan: Plan,
  { unit, columns }: Doubt,
  withheld: ReadonlySet<number>,
  moving: Moving,
): Way[] {
  const { linked, recorded } = frame;
  const at = frame.unitOf[unit.table] ?? new Int32Array();
  const stride = frame.strides[plan.other] ?? 1;
  const own = new Set(unit.cells);
  const isOwn = (cell: number) => own.has(cell);
  const [firstCell = 0] = unit.cells;
  const group = plan.level.groupOf[Math.floor(firstCell / plan.stride) % plan.level.groupOf.length] ?? '';
  const ownLeaves = leavesOf(frame, unit, plan.other);
  const unitAt = (one: string, leaf: number) =>
    at[(plan.groups.get(one)?.[0] ?? 0) * plan.stride + leaf * stride] ?? 0;
  const count = (place: number) => total(linked, recorded[place]?.unit.cells ?? [], columns);
  const counted = new Map<number, number>();
  const countOf = (place: number) => {
    const known = counted.get(place) ?? count(place);
    counted.set(place, known);
    return known;
  };

  function wayOf(rectangle: Rectangle, corners: readonly number[], how: Moving): Way[] {
    const { lots, back, movesPeople } = meansBetween(linked, columns, how);
    const cost = corners.reduce((sum, corner) => sum + costOf(frame, withheld, corner, movesPeople), 0);
    if (cost === Infinity) return [];
    const [a = 0, b = 0, c = 0, d = 0] = corners;
    const rooms = (...both: number[]) =>
      movesPeople ? Math.min(...both.map((corner) => recorded[corner]?.room ?? 0)) : Infinity;
    const send = (draft: Draft, all: readonly Lot[], sign: Sign, most: number) =>
      all.reduce(
        (gone, lot) =>
          gone < most ? gone + goAround(frame, plan, draft, rectangle, isOwn, lot, sign, most - gone) : gone,
        0,
      );
    return [
      {
        cost,
        atMost: Math.min(countOf(b), countOf(c)) + Math.min(countOf(a), countOf(d)),
        fill(draft, sign, most) {
          const limit = Math.min(most, sign === 1 ? rooms(a, d) : rooms(b, c));
          if (back === null) return send(draft, lots, sign, limit);
          const can = send(new Map(draft), lots, sign, limit);
          return send(draft, lots, sign, send(draft, back, sign === 1 ? -1 : 1, can));
        },
      },
    ];
  }

  /** Where the people are withheld already they may as well move. */
  function waysOf(rectangle: Rectangle, corners: readonly number[]): Way[] {
    const areHidden = corners.every((corner) => withheld.has(recorded[corner]?.base ?? -1));
    const hows = new Set<Moving>(areHidden ? ['people', moving] : [moving]);
    return [...hows].flatMap((how) => wayOf(rectangle, corners, how));
  }

  return ownLeaves.flatMap((here) =>
    [...(linked.dimensions[plan.other]?.leaves.keys() ?? [])].flatMap((there) =>
      ownLeaves.includes(there)
        ? []
        : [...plan.groups.keys()].flatMap((across) => {
            const corners = [
              unitAt(group, here),
              unitAt(group, there),
              unitAt(across, here),
              unitAt(across, there),
            ];
            return across === group || new Set(corners).size < corners.length
              ? []
              : waysOf({ group, across, here, there }, corners);
          }),
    ),
  );
}
