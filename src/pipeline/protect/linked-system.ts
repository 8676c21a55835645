import { doubtsOfIncrement, type Increment } from './increments.ts';
import { total, unitsOf, type Linked, type Unit } from './linked.ts';
import { nearBy, peopleByCell, type Asked } from './near.ts';
import type { Doubt, Recorded } from './frame.ts';
import { swapsOf } from './swaps.ts';
import { judge, type Thresholds, type Verdict } from './primary.ts';
import type { Identity, Limit, PublicNumber, PublicRecord, System, TablePair, Target } from './system.ts';

/** What is known from elsewhere and can no longer be withheld: the sum of some atoms. */
export interface Known {
  readonly name: string;
  readonly atoms: readonly number[];
}

/** What a system must reckon with beyond its own tables. */
export interface Context {
  /** What is known from elsewhere. */
  readonly known?: readonly Known[];
  /** The cells among whose people those of a unit are known to be; all, where nothing else is said. */
  readonly among?: (cells: readonly number[]) => readonly number[];
  /** Units that stand in no table, but that a reader can have by subtraction, each with all the cells that they are a part of. */
  readonly derived?: readonly Increment[];
  /** Pairs of tables that earlier releases kept, and whether nothing has been added since the last of them. */
  readonly kept?: readonly TablePair[];
  readonly isSettled?: boolean;
  /** Numbers that were published and have changed by a few: neither they nor the change may be told. */
  readonly unsteady?: readonly { readonly unit: Unit; readonly columns: readonly number[] }[];
  /** Units that are withheld whatever they count. */
  readonly hidden?: (unit: Unit) => boolean;
  /** How many people there are at most in a unit, where that is known. */
  readonly most?: (unit: Unit) => number | null;
}

/** A unit: its verdict, and the records in which its base and its distribution stand. */
export interface Shown {
  readonly unit: Unit;
  readonly verdict: Verdict;
  readonly base: number;
  readonly parts: number;
}

/** Linked tables as a system, with what they withhold for their own sake. */
export interface LinkedSystem {
  readonly system: System;
  readonly shown: readonly Shown[];
  readonly primary: readonly number[];
  /** Of each target, whose doubt it is. */
  readonly doubts: readonly Doubt[];
}

// What withholding costs: where two things meet before either by itself, services before departments, small numbers
// before large ones, a distribution before the number of people, and what only a subtraction tells after all else.
const costOfMeeting = 1;
const costOfLevel: Readonly<Record<string, number>> = { service: 4 };
const usualCost = 40;
const costOfBase = 3;
const costOfKnownElsewhere = 500;

function costOf({ tables }: Linked, unit: Unit, base: number): number | null {
  const path = tables[unit.table] ?? [];
  if (path.length === 0 || base === 0) return null;
  const [{ level } = { level: '' }] = path;
  const table = path.length > 1 ? costOfMeeting : (costOfLevel[level] ?? usualCost);
  const size = 8 + Math.ceil(Math.log2(base + 1));
  const isKnown = path.length === 1 && level === 'hall' && !unit.named;
  return table * size * (isKnown ? costOfKnownElsewhere : 1);
}

function isSame(one: Unit, other: Unit): boolean {
  return one.table === other.table && one.groups.every((group, place) => group === other.groups[place]);
}

/** Makes a system out of linked tables: every number of every unit, every identity of every cell, every doubt. */
export function systemOf(linked: Linked, thresholds: Thresholds, context: Context = {}): LinkedSystem {
  const {
    known = [],
    derived = [],
    kept = [],
    isSettled = false,
    unsteady = [],
    hidden = () => false,
    most = () => null,
  } = context;
  const { counts, layer, identities: rules } = linked;
  const width = linked.columns.length;
  const records: PublicRecord[] = [];
  const numbers: PublicNumber[] = [];
  const limits: Limit[] = [];
  const targets: Target[] = [];
  const asked: (Asked & Doubt)[] = [];
  const recorded: Recorded[] = [];
  const shown: Shown[] = [];
  const primary: number[] = [];
  const atomsOf = (cells: readonly number[], columns: readonly number[]) => {
    const atoms = new Int32Array(cells.length * columns.length);
    let place = 0;
    for (const cell of cells) for (const column of columns) atoms[place++] = cell * width + column;
    return atoms;
  };
  const nameOf = (unit: Unit) => `${layer.name} ${unit.groups.join(' × ') || 'all'}`;
  const all = [...Array(counts.length / width).keys()];
  const { among = () => all } = context;
  const addTarget = (unit: Unit, columns: readonly number[], width: number) => {
    targets.push({ name: nameOf(unit), atoms: atomsOf(unit.cells, columns), width });
    asked.push({ unit, width, columns });
  };
  // Where the whole counts four of a kind, and may, nobody can be in doubt whether a part of it has five.
  const addTargets = (unit: Unit, doubts: Verdict['doubts']) => {
    for (const { columns, width: doubt } of doubts)
      addTarget(unit, columns, Math.min(doubt, total(linked, among(unit.cells), columns)));
  };
  let whole: Verdict | null = null;
  for (const unit of unitsOf(linked)) {
    const depth = linked.tables[unit.table]?.length ?? 0;
    const verdict = judge(linked, unit, thresholds);
    if (depth === 0) whole = verdict;
    const cost = costOf(linked, unit, verdict.base);
    const name = nameOf(unit);
    const base = records.push({ name, cost: cost === null ? null : cost * costOfBase, needs: null }) - 1;
    const parts = records.push({ name: `${name} distribution`, cost, needs: base }) - 1;
    numbers.push({ record: base, atoms: atomsOf(unit.cells, layer.base) });
    for (const part of layer.parts) numbers.push({ record: parts, atoms: atomsOf(unit.cells, part.columns) });
    // A whole that may not be shown shows none of its parts.
    const isHidden = verdict.base > 0 && (hidden(unit) || whole?.hidesBase === true);
    if (verdict.hidesBase || isHidden) primary.push(base);
    if (verdict.hidesParts || (verdict.base > 0 && whole?.hidesParts === true)) primary.push(parts);
    const people = most(unit);
    if (people !== null) limits.push({ atoms: atomsOf(unit.cells, layer.base), room: people - verdict.base });
    shown.push({ unit, verdict, base, parts });
    recorded.push({ unit, base, parts, room: people === null ? Infinity : people - verdict.base });
    addTargets(unit, verdict.doubts);
    // What is withheld whatever it counts must not be had from the others either.
    if (isHidden && !verdict.hidesBase)
      addTargets(unit, [{ columns: layer.base, width: thresholds.smallest_published_base }]);
  }
  for (const { unit, whole: added } of derived)
    for (const { columns, width: doubt } of doubtsOfIncrement(linked, judge(linked, unit, thresholds), added))
      addTarget(unit, columns, doubt);
  for (const { unit, columns } of unsteady) {
    const record = shown.find((one) => isSame(one.unit, unit));
    if (record === undefined) continue;
    primary.push(columns === layer.base ? record.base : record.parts);
    const few = Math.min(thresholds.smallest_published_base, total(linked, among(unit.cells), columns));
    if (total(linked, unit.cells, columns) > 0) addTarget(unit, columns, few);
  }
  for (const { name, atoms } of known)
    numbers.push({ record: records.push({ name, cost: null, needs: null }) - 1, atoms });
  const identities = [...Array(counts.length / width).keys()].flatMap((cell) =>
    rules.map(({ columns, factors }): Identity => ({ atoms: atomsOf([cell], columns), factors })),
  );
  const people = peopleByCell(linked);
  const near = (target: number, step: number) => {
    const one = asked[target];
    return one === undefined ? null : nearBy(linked, one, people, step);
  };
  const find = swapsOf(linked, records, recorded);
  const swaps = (target: number, withheld: ReadonlySet<number>) => {
    const one = asked[target];
    return one === undefined ? [] : find(one, withheld);
  };
  return {
    system: { counts, records, numbers, identities, limits, targets, kept, isSettled, swaps, near },
    shown,
    primary,
    doubts: asked,
  };
}
