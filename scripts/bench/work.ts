import type { Room } from './room.ts';

/** What a step may take at one size. */
export interface Budget {
  readonly step: string;
  readonly size: number;
  readonly seconds?: number;
  readonly megabytes?: number;
  /** Of a part: at most so many hundredths of the processor time of the rest of its step. */
  readonly ofRest?: { readonly most: number; readonly step: string };
  /** What the program says of itself, at most, by name. */
  readonly said?: Readonly<Record<string, number>>;
  /** At most so many times what another step takes. */
  readonly times?: { readonly most: number; readonly than: string };
}

/** One thing that is measured: a Node program. */
export interface Step {
  /** What it does, in words that end the sentence of its work; for a peer its name. */
  readonly name: string;
  /** What `node` is given. */
  readonly words: readonly string[];
  /** Another program that does the same work, for comparison. */
  readonly peer?: boolean;
  /** Done before each time, unmeasured. */
  readonly before?: () => Promise<unknown>;
  /** The exit code with which it ends well, where that is not 0. */
  readonly expected?: number;
  /** The folder in which it runs, where that is not ours. */
  readonly folder?: string;
  /** Looks at what was made; says in words what is wrong with it, if anything. */
  readonly made?: () => Promise<string | null>;
  /** Whether what it says is told below the table. */
  readonly says?: boolean;
  /** What its processes do, by the file of their program: told as parts of it. The others are told together. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Its stages, of each of which the program says how many seconds of the processor it took: told as parts of it. */
  readonly stages?: readonly string[];
}

/** Something that is measured at several sizes. */
export interface Work {
  /** By which it is chosen: `--only reading`. */
  readonly name: string;
  readonly what: string;
  /** What its sizes count. */
  readonly unit: string;
  readonly sizes: readonly number[];
  /** How often each step is measured; the middle one is told. */
  readonly rounds?: number;
  /** Of many steps only the one that grows fastest is told in the table. */
  readonly onlyWorst?: boolean;
  readonly budgets?: readonly Budget[];
  /** Prepares a size, unmeasured, and says what is then measured. */
  readonly stepsAt: (size: number, room: Room) => Promise<readonly Step[]>;
}
