import type { Layout } from '../../../model/layout.ts';
import type { Words } from '../../../model/words.ts';

/** Something about a file that only a person can say. */
export interface OpenQuestion {
  /** Names it in the answers. */
  readonly id: string;
  readonly ask: Words;
  /** What may be answered; any column's name, where there are none. */
  readonly options: readonly { readonly value: string; readonly words: Words }[];
  /** What is taken for the answer until somebody says otherwise. */
  readonly standard: string;
}

/** A layout proposed for a file, with what should be said beside it and what remains to be asked. */
export interface Proposal {
  readonly layout: Layout;
  /** What to say beside a part of the layout: `ignore`, `codebook.q3` … */
  readonly remarks: ReadonlyMap<string, Words>;
  readonly open: readonly OpenQuestion[];
}

/** What people have answered to open questions, by their ids. */
export type Given = ReadonlyMap<string, string>;
