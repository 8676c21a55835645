import { ask, indexed, type Indexed, type Question, type Touching } from './elastic.ts';
import type { Solve } from './solve.ts';
import type { Certificate, Change, System, TablePair } from './system.ts';

/** What is withheld of a system, and why nothing of it can be had. */
export interface Withheld {
  readonly records: ReadonlySet<number>;
  readonly certificates: readonly Certificate[];
  /** Targets that no withholding could bring in doubt: nothing of this system may be published. */
  readonly exposed: readonly number[];
  /** How often the solver was asked. */
  readonly solves: number;
}

/** Adds up what changes, by sum that it touches. */
function movedBy(changes: readonly Change[], touching: Touching): ReadonlyMap<number, number> {
  const moved = new Map<number, number>();
  for (const [atom, by] of changes)
    for (const place of touching(atom)) moved.set(place, (moved.get(place) ?? 0) + by);
  return moved;
}

/** Whether a table is one that could be: no count below nought, every identity and every limit kept. */
function isPossible({ system, identitiesOf, limitsOf }: Indexed, changes: readonly Change[]): boolean {
  if (changes.some(([atom, by]) => (system.counts[atom] ?? 0) + by < 0)) return false;
  const kept = new Map<number, number>();
  for (const [atom, by] of changes)
    for (const place of identitiesOf(atom)) {
      const { atoms = [], factors = [] } = system.identities[place] ?? {};
      kept.set(place, (kept.get(place) ?? 0) + by * (factors[atoms.indexOf(atom)] ?? 0));
    }
  const grown = movedBy(changes, limitsOf);
  return (
    [...kept.values()].every((off) => off === 0) &&
    [...grown].every(([place, by]) => by <= (system.limits[place]?.room ?? 0))
  );
}

/** The records that a table contradicts; null where one of them can never be withheld. */
function contradicted(
  { system, numbersOf }: Indexed,
  changes: readonly Change[],
  withheld: ReadonlySet<number>,
): readonly number[] | null {
  const records = new Set<number>();
  for (const [place, off] of movedBy(changes, numbersOf)) {
    const record = system.numbers[place]?.record ?? 0;
    if (off === 0 || withheld.has(record)) continue;
    if (system.records[record]?.cost === null) return null;
    records.add(record);
  }
  return [...records].sort((one, other) => one - other);
}

interface Found extends TablePair {
  /** The records that must be withheld for it. */
  readonly give: readonly number[];
}

/** How far two tables differ in each target. */
function doubtOf({ targetsOf }: Indexed, { low, high }: TablePair): ReadonlyMap<number, number> {
  const doubt = new Map(movedBy(high, targetsOf));
  for (const [target, by] of movedBy(low, targetsOf)) doubt.set(target, (doubt.get(target) ?? 0) - by);
  return doubt;
}

/** A pair of tables with what must be withheld for it; null where it cannot be, or contradicts what must be told. */
function foundOf(index: Indexed, { low, high }: TablePair, withheld: ReadonlySet<number>): Found | null {
  const lowGive = contradicted(index, low, withheld);
  const highGive = contradicted(index, high, withheld);
  return lowGive === null || highGive === null || !isPossible(index, low) || !isPossible(index, high)
    ? null
    : { low, high, give: [...lowGive, ...highGive] };
}

/** So many counts can be asked for in whole numbers: more take the solver minutes. */
const mostWhole = 600;

/** Solves once with any numbers, which are mostly whole already; where they are not and it matters, in whole numbers. */
function attempt(index: Indexed, question: Question, solve: Solve): Found | null {
  const { programme, read } = ask(index, question);
  const width = index.system.targets[question.target]?.width ?? 0;
  const isSmall = programme.counts.length <= mostWhole;
  for (const numbers of isSmall ? (['any', 'whole'] as const) : (['any'] as const)) {
    const solution = solve(programme, numbers);
    if (solution === null) return null;
    const found = foundOf(index, read(solution), question.withheld);
    if (found !== null && (doubtOf(index, found).get(question.target) ?? 0) >= width) return found;
  }
  return null;
}

/** How often the solver is asked about one system: a count, for a clock would not give the same every time. */
const mostSolves = { small: 1500, large: 20 };

/** A system of so few atoms is asked about before anything is tried: the solver's answers are the cheapest. */
const smallSystem = 6000;

/**
 * Withholds, besides what is withheld for its own sake, whatever would let a target be known too closely, and proves of
 * each target that it is in doubt. Targets come the smallest first. In a large system what swaps can bring in doubt needs
 * no solver, which is asked about the rest; in a small one it is the other way round. A certificate stays good whatever is
 * withheld later: withholding only takes away what a reader knows. Whatever is still open when the solver has been asked `most` times is exposed: the effort is bounded, and what is
 * not proven is not published. Pairs that earlier releases kept are good as they stand where they ask for nothing more to
 * be withheld; those that do are taken last of all, but first of all where nothing has been added since the last release:
 * then they withhold what it withheld, and nobody need be asked again.
 */
export function withhold(
  system: System,
  atFirst: Iterable<number>,
  solver: Solve,
  most: number = mostSolves[system.counts.length <= smallSystem ? 'small' : 'large'],
): Withheld {
  const index = indexed(system);
  const records = new Set<number>();
  const dependants = Map.groupBy(system.records.keys(), (record) => system.records[record]?.needs ?? -1);
  const hide = (record: number): void => {
    if (records.has(record)) return;
    records.add(record);
    for (const dependant of dependants.get(record) ?? []) hide(dependant);
  };
  for (const record of atFirst) hide(record);

  const sizes = system.targets.map(({ atoms }) =>
    [...atoms].reduce((sum, atom) => sum + (system.counts[atom] ?? 0), 0),
  );
  const order = [...system.targets.keys()].sort(
    (one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0) || one - other,
  );
  const open = new Set(order);
  const certificates: Certificate[] = [];
  let solves = 0;
  const solve: Solve = (...asked) => {
    if (solves >= most) return null;
    solves += 1;
    return solver(...asked);
  };

  /** Takes a pair of tables as the proof of every open target in which they differ enough. */
  function accept(found: Found): void {
    const proven = [...doubtOf(index, found)].flatMap(([target, doubt]) =>
      open.has(target) && Math.abs(doubt) >= (system.targets[target]?.width ?? Infinity) ? [target] : [],
    );
    if (proven.length === 0) return;
    for (const record of found.give) hide(record);
    for (const target of proven) open.delete(target);
    certificates.push({
      targets: proven.sort((one, other) => one - other),
      low: found.low,
      high: found.high,
    });
  }

  const costOf = ({ give }: Found) =>
    [...new Set(give)].reduce((sum, record) => sum + (system.records[record]?.cost ?? 0), 0);

  /** Looks for the doubt near by first, then farther; besides the true table one will often do, two may come cheaper. */
  function search(target: number): Found | null {
    for (let step = 0; ; step += 1) {
      const atoms = system.near(target, step);
      if (atoms === null) return null;
      const question = { target, atoms, withheld: records, open };
      const one = attempt(index, { ...question, tables: 1 }, solve);
      if (one !== null && one.give.length === 0) return one;
      const two = attempt(index, { ...question, tables: 2 }, solve);
      if (one === null || two === null) {
        if (one !== null || two !== null) return one ?? two;
      } else return costOf(two) < costOf(one) ? two : one;
    }
  }

  /** Takes the first pair of tables that could be and that contradicts nothing that must be told. */
  function swap(target: number): Found | null {
    for (const pair of system.swaps?.(target, records) ?? []) {
      const found = foundOf(index, pair, records);
      if (found !== null) return found;
    }
    return null;
  }

  const prove = (target: number, find: (target: number) => Found | null) => {
    const found = open.has(target) ? find(target) : null;
    if (found !== null) accept(found);
  };
  const isSmall = system.counts.length <= smallSystem;
  // A large system with more doubts than the solver may be asked about: what is left then is exposed in any case. In a
  // small one an answer serves several.
  const searchAll = () => {
    for (const target of !isSmall && open.size > most ? [] : order) prove(target, search);
  };
  const swapAll = () => {
    for (const target of order) prove(target, swap);
  };
  const keepAll = (give: 'nothing' | 'more') => {
    for (const pair of system.kept ?? []) {
      const found = open.size === 0 ? null : foundOf(index, pair, records);
      if (found !== null && (give === 'more' || found.give.length === 0)) accept(found);
    }
  };
  keepAll(system.isSettled ? 'more' : 'nothing');
  for (const proveAll of isSmall ? [searchAll, swapAll] : [swapAll, searchAll]) proveAll();
  keepAll('more');
  return { records, certificates, exposed: order.filter((target) => open.has(target)), solves };
}
