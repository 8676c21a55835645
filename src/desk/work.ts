import type { Words } from '../model/words.ts';

/** What is being done at the moment. */
export interface Running {
  readonly name: Words;
  /** The last thing that it said. */
  readonly step: Words;
}

/** What the last work has left to say. */
export interface Said {
  readonly words: Words;
  /** `done`; `refused`, and nothing was changed; `failed`. */
  readonly as: 'done' | 'refused' | 'failed';
}

/** Tells how far a piece of work is. */
export type Tell = (step: Words) => void;

/** One piece of work at a time; whoever watches hears of every step, and of its end. */
export interface Work {
  readonly running: () => Running | null;
  readonly said: () => Said | null;
  /** How many pieces of work have begun: a page that was shown before the last of them is out of date. */
  readonly turn: () => number;
  /** Begins a piece of work, unless another is running: then nothing happens, and null is given. */
  readonly begin: (name: Words) => Begun | null;
  /** Hears of steps, and null at the end, until the function that is given back is called. */
  readonly watch: (hear: (running: Running | null) => void) => () => void;
}

/** A piece of work that has the desk to itself until it ends. */
export interface Begun {
  readonly tell: Tell;
  readonly end: (said: Said) => void;
}

/** A desk on which nothing has been done yet. */
export function openWork(): Work {
  let running: Running | null = null;
  let said: Said | null = null;
  let turn = 0;
  const watchers = new Set<(running: Running | null) => void>();
  const spread = () => {
    for (const hear of watchers) hear(running);
  };
  return {
    running: () => running,
    said: () => said,
    turn: () => turn,
    begin: (name) => {
      if (running !== null) return null;
      running = { name, step: name };
      turn += 1;
      spread();
      return {
        tell: (step) => {
          running = { name, step };
          spread();
        },
        end: (last) => {
          running = null;
          said = last;
          spread();
        },
      };
    },
    watch: (hear) => {
      watchers.add(hear);
      return () => watchers.delete(hear);
    },
  };
}
