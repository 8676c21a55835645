/*
 * What is protected, without a word of what it is about: whole numbers that nobody may know (atoms), sums of them that
 * are published, and sums that must stay in doubt.
 */

/** Atoms, by their places. */
export type Atoms = Int32Array | readonly number[];

/** Numbers that are published or withheld together: the counts of one question in one unit, say. */
export interface PublicRecord {
  readonly name: string;
  /** What it costs to withhold it; null where it never is: what an earlier release has told cannot be taken back. */
  readonly cost: number | null;
  /** A record without which this one is withheld too. */
  readonly needs: number | null;
}

/** A sum of atoms that a reader knows as long as its record is not withheld. */
export interface PublicNumber {
  readonly record: number;
  readonly atoms: Atoms;
}

/** What is always so: the sum of the atoms, each times its factor, is nought. */
export interface Identity {
  readonly atoms: Atoms;
  readonly factors: readonly number[];
}

/** A sum of atoms of which is known that it can grow by so much at most. */
export interface Limit {
  readonly atoms: Atoms;
  readonly room: number;
}

/** A sum of atoms that must stay in doubt by at least `width`. */
export interface Target {
  readonly name: string;
  readonly atoms: Atoms;
  readonly width: number;
}

/** Two tables, each written as its changes of the true one. */
export interface TablePair {
  readonly low: readonly Change[];
  readonly high: readonly Change[];
}

/** Everything that hangs together, with its true counts. */
export interface System {
  readonly counts: Int32Array;
  readonly records: readonly PublicRecord[];
  readonly numbers: readonly PublicNumber[];
  readonly identities: readonly Identity[];
  readonly limits: readonly Limit[];
  readonly targets: readonly Target[];
  /** Pairs of tables that earlier releases kept, those of the last one first. */
  readonly kept?: readonly TablePair[];
  /** Whether nothing has been added since the last release: what proved that one proves this. */
  readonly isSettled?: boolean;
  /** Pairs of tables that bring a target in doubt, found without a solver, the cheapest first. */
  readonly swaps?: (target: number, withheld: ReadonlySet<number>) => Iterable<TablePair>;
  /** Atoms among which a target may be brought in doubt, more with every step; null when there are no more. */
  readonly near: (target: number, step: number) => readonly number[] | null;
}

/** How much an atom differs from its true count. */
export type Change = readonly [atom: number, by: number];

/**
 * Two tables that agree with everything that is published and differ in the targets by their width at least, each
 * written as its changes of the true one. Private: it tells the true counts to whoever has them.
 */
export interface Certificate {
  readonly targets: readonly number[];
  readonly low: readonly Change[];
  readonly high: readonly Change[];
}
