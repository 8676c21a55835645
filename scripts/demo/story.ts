import type { Words } from '../../src/model/words.ts';

/** What fills a place such as `{n}`: a number between two, or one of a list of `中文|English`. */
export type Slot = readonly [low: number, high: number] | readonly string[];

/** One kind of problem, from the finding to the state after the remedy. */
export interface Story {
  readonly category: string;
  /** Where the officer stands when finding it; a hall story can name the `{hall}`. */
  readonly place: 'online' | 'hall';
  /** Makes sense only where there is a counter to go to as well. */
  readonly counter?: true;
  readonly severity: 'minor' | 'ordinary' | 'serious';
  /** The services it can happen to; all that have the words it needs, where none is given. */
  readonly services?: readonly string[];
  /** The months (1 to 12) in which it can be found, where it has a season. */
  readonly months?: readonly number[];
  /** Leaves out the services that only the young or firms ask for. */
  readonly forOlder?: true;
  readonly slots?: Readonly<Record<string, Slot>>;
  readonly titles: readonly Words[];
  readonly description: Words;
  /** The department's answer, after a courtesy. */
  readonly reply: string;
  /** A first remedy that did not do, and what was still wrong. */
  readonly half: { readonly remedy: string; readonly still: string };
  /** The remedy that did. */
  readonly remedy: string;
  readonly remedyKind: 'one_off' | 'mechanism';
  /** How it is after the remedy, measured. */
  readonly now: Words;
  /** Why a department may refuse to mend it. */
  readonly refusal?: { readonly reason: string; readonly note: string };
  /** To whom the office may pass it on. */
  readonly transfer?: string;
}
