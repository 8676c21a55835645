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
} from './frame.ts';
import { meansWithin, type Moving } from './lots.ts';
import type { Way } from './widen.ts';

/** So many leaves are looked at for a move, the cheapest. */
const mostLeaves = 60;

/**
 * The ways to bring a unit in doubt by moving some straight from one leaf of a dimension to another. Every table by that
 * dimension changes, each in the units of both leaves.
 */
export function moves(
  frame: Frame,
  dimension: number,
  { unit, columns, width }: Doubt,
  withheld: ReadonlySet<number>,
  moving: Moving,
): Way[] {
  const { linked, unitOf, recorded, strides } = frame;
  const stride = strides[dimension] ?? 1;
  const isBy = (table: number) => linked.tables[table]?.some((step) => step.dimension === dimension) ?? false;
  const tables = [...linked.tables.keys()].filter(isBy);
  const alone = tables.filter((table) => linked.tables[table]?.length === 1);
  const rests = spread(
    frame,
    [...linked.dimensions.keys()].filter((other) => other !== dimension),
  );
  const own = new Set(unit.cells);
  const ownLeaves = leavesOf(frame, unit, dimension);
  /** The units that a step changes: those that grow, and those that it takes from. */
  const touched = (to: number, from: number, among: readonly number[]) => {
    const pairs = among
      .map((table) => [unitOf[table]?.[to] ?? 0, unitOf[table]?.[from] ?? 0] as const)
      .filter(([one, other]) => one !== other);
    return { to: pairs.map(([one]) => one), from: pairs.map(([, other]) => other) };
  };

  function wayOf(here: number, there: number): Way[] {
    const { lots, movesPeople } = meansWithin(linked, columns, moving);
    const steps = rests
      .map((rest) => ({ to: here * stride + rest, from: there * stride + rest }))
      .filter(({ to }) => own.has(to))
      .map((step) => ({ step, ...touched(step.to, step.from, tables) }))
      .map((one) => ({
        ...one,
        cost: [...one.to, ...one.from].reduce(
          (sum, place) => sum + costOf(frame, withheld, place, movesPeople),
          0,
        ),
      }))
      .filter(({ cost }) => cost < Infinity)
      .sort((one, other) => one.cost - other.cost);

    function fill(draft: Draft, sign: Sign, most: number, seen?: Set<number>): number {
      const grown = new Map<number, number>();
      const roomOf = (place: number) => (recorded[place]?.room ?? 0) - (grown.get(place) ?? 0);
      let gone = 0;
      for (const { step, to, from } of steps) {
        const growing = sign === 1 ? to : from;
        for (const lot of lots) {
          const limit = movesPeople ? Math.min(...growing.map(roomOf)) : Infinity;
          const amount = Math.min(most - gone, limit, roomAlong(frame, draft, lot, sign, step));
          if (amount <= 0) continue;
          go(frame, draft, lot, sign * amount, step);
          for (const place of growing) grown.set(place, (grown.get(place) ?? 0) + amount);
          for (const place of [...to, ...from]) seen?.add(place);
          gone += amount;
        }
        if (gone >= most) break;
      }
      return gone;
    }

    const seen = new Set<number>();
    const up = fill(new Map(), 1, width, seen);
    const atMost = up < width ? up + fill(new Map(), -1, width - up, seen) : up;
    if (atMost === 0) return [];
    const cost = [...seen].reduce((sum, place) => sum + costOf(frame, withheld, place, movesPeople), 0);
    return [{ cost, atMost, fill }];
  }

  const costAlone = (here: number, there: number) => {
    const { to, from } = touched(here * stride, there * stride, alone);
    return [...to, ...from].reduce(
      (sum, place) => sum + costOf(frame, withheld, place, moving === 'people'),
      0,
    );
  };
  return ownLeaves
    .flatMap((here) =>
      [...(linked.dimensions[dimension]?.leaves.keys() ?? [])].flatMap((there) =>
        ownLeaves.includes(there) ? [] : [{ here, there, cost: costAlone(here, there) }],
      ),
    )
    .filter(({ cost }) => cost < Infinity)
    .sort((one, other) => one.cost - other.cost)
    .slice(0, mostLeaves)
    .flatMap(({ here, there }) => wayOf(here, there));
}
