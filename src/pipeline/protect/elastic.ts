import type { LinearProgramme, Row } from './solve.ts';
import type { Atoms, Change, System } from './system.ts';

/** For an atom, which of a list of sums it is in. */
export type Touching = (atom: number) => Int32Array;

/** For every atom the places of the lists that hold it, one after the other. */
function touchingOf(size: number, lists: readonly { readonly atoms: Atoms }[]): Touching {
  const starts = new Int32Array(size + 1);
  for (const { atoms } of lists) for (const atom of atoms) starts[atom + 1] = (starts[atom + 1] ?? 0) + 1;
  for (let atom = 0; atom < size; atom += 1) starts[atom + 1] = (starts[atom + 1] ?? 0) + (starts[atom] ?? 0);
  const places = new Int32Array(starts[size] ?? 0);
  const next = starts.slice();
  lists.forEach(({ atoms }, place) => {
    for (const atom of atoms) {
      const at = next[atom] ?? 0;
      places[at] = place;
      next[atom] = at + 1;
    }
  });
  return (atom) => places.subarray(starts[atom], starts[atom + 1]);
}

/** A system with the ways back from its atoms to its sums. */
export interface Indexed {
  readonly system: System;
  readonly numbersOf: Touching;
  readonly identitiesOf: Touching;
  readonly limitsOf: Touching;
  readonly targetsOf: Touching;
}

/** Finds the ways back once. */
export function indexed(system: System): Indexed {
  const size = system.counts.length;
  return {
    system,
    numbersOf: touchingOf(size, system.numbers),
    identitiesOf: touchingOf(size, system.identities),
    limitsOf: touchingOf(size, system.limits),
    targetsOf: touchingOf(size, system.targets),
  };
}

function places(atoms: Atoms, touching: Touching): number[] {
  const found = new Set<number>();
  for (const atom of atoms) for (const place of touching(atom)) found.add(place);
  return [...found].sort((one, other) => one - other);
}

/** What is asked for. */
export interface Question {
  /** The target that must be in doubt. */
  readonly target: number;
  /** One table that differs from the true one, or two that differ from each other. */
  readonly tables: 1 | 2;
  /** The atoms that may differ. */
  readonly atoms: readonly number[];
  readonly withheld: ReadonlySet<number>;
  /** Targets that are still in need of doubt. */
  readonly open: ReadonlySet<number>;
}

/** What helping another target is worth: less than the cheapest record. */
const reward = 0.01;
const mostHelped = 1000;

/** A linear programme for a question, and how to read its answer. */
export interface Asked {
  readonly programme: LinearProgramme;
  /** The changes of the low and the high table that a solution stands for. */
  readonly read: (solution: Float64Array) => { readonly low: Change[]; readonly high: Change[] };
}

/**
 * The cheapest way to bring a target in doubt. The reader's knowledge stands as rows that must hold; the numbers that
 * could still be withheld may give way, at the cost of their record. Whatever gives way is to be withheld.
 */
export function ask(index: Indexed, { target, tables, atoms, withheld, open }: Question): Asked {
  const { system, numbersOf, identitiesOf, limitsOf, targetsOf } = index;
  const costs: number[] = [];
  const lows: number[] = [];
  const highs: number[] = [];
  const rows: Row[] = [];
  const column = (cost: number, low: number, high: number) => {
    lows.push(low);
    highs.push(high);
    return costs.push(cost) - 1;
  };
  const known = places(atoms, numbersOf).filter(
    (place) => !withheld.has(system.numbers[place]?.record ?? -1),
  );

  function table(): ReadonlyMap<number, number> {
    const columnOf = new Map(
      atoms.map((atom) => [atom, column(0, -(system.counts[atom] ?? 0), Infinity)] as const),
    );
    const columnsOf = (all: Atoms) => [...all].flatMap((atom) => columnOf.get(atom) ?? []);
    for (const place of known) {
      const { record = 0, atoms: all = [] } = system.numbers[place] ?? {};
      const columns = columnsOf(all);
      const factors = columns.map(() => 1);
      const cost = system.records[record]?.cost ?? null;
      if (cost !== null) {
        columns.push(column(cost, 0, Infinity), column(cost, 0, Infinity));
        factors.push(1, -1);
      }
      rows.push({ columns, factors, low: 0, high: 0 });
    }
    for (const place of places(atoms, identitiesOf)) {
      const { atoms: all = [], factors: each = [] } = system.identities[place] ?? {};
      const there = [...all].flatMap((atom, at) => {
        const found = columnOf.get(atom);
        return found === undefined ? [] : [[found, each[at] ?? 0] as const];
      });
      rows.push({
        columns: there.map(([at]) => at),
        factors: there.map(([, factor]) => factor),
        low: 0,
        high: 0,
      });
    }
    for (const place of places(atoms, limitsOf)) {
      const { atoms: all = [], room = 0 } = system.limits[place] ?? {};
      const columns = columnsOf(all);
      rows.push({ columns, factors: columns.map(() => 1), low: -Infinity, high: room });
    }
    return columnOf;
  }

  const high = table();
  const low = tables === 2 ? table() : new Map<number, number>();
  const difference = (of: number) => {
    const all = [...(system.targets[of]?.atoms ?? [])];
    const up = all.flatMap((atom) => high.get(atom) ?? []);
    const down = all.flatMap((atom) => low.get(atom) ?? []);
    return { columns: [...up, ...down], factors: [...up.map(() => 1), ...down.map(() => -1)] };
  };
  rows.push({ ...difference(target), low: system.targets[target]?.width ?? 0, high: Infinity });
  const others = places(atoms, targetsOf).filter((other) => open.has(other) && other !== target);
  for (const other of others.slice(0, mostHelped)) {
    const helped = column(-reward, -Infinity, system.targets[other]?.width ?? 0);
    const { columns, factors } = difference(other);
    rows.push({ columns: [...columns, helped], factors: [...factors, -1], low: 0, high: Infinity });
  }

  const changes = (solution: Float64Array, columnOf: ReadonlyMap<number, number>): Change[] =>
    [...columnOf].flatMap(([atom, at]): Change[] => {
      const by = Math.round(solution[at] ?? 0);
      return by === 0 ? [] : [[atom, by]];
    });
  return {
    programme: { costs, lows, highs, rows, counts: [...high.values(), ...low.values()] },
    read: (solution) => ({ low: changes(solution, low), high: changes(solution, high) }),
  };
}
