import type { Layout } from '../../model/layout.ts';
import type { Recognised, Settings } from '../../model/settings.ts';
import type { Fault } from './fault.ts';
import type { TextRules } from './public-text.ts';

/** What is wrong with the cells of a row. */
export type Faults = { readonly column: string; readonly fault: Fault }[];

/** Puts the canonical form of some cells of a row into a record. */
export type Step = (cells: readonly string[], record: string[], faults: Faults) => void;

/** What the rows of a sheet are turned into records by. */
export interface Target {
  readonly file: string;
  readonly recognised: Recognised;
  readonly settings: Settings;
  readonly onSpelling: (spelling: string) => void;
  readonly texts: TextRules;
}

/** The words that the layout takes for blank. */
export function missingWords(layout: Layout | null): ReadonlySet<string> {
  return new Set(layout?.missing ?? []);
}

/** A record without content, of a row. */
export function blank(length: number, row: string): string[] {
  const record = new Array<string>(length).fill('');
  record[0] = row;
  return record;
}
