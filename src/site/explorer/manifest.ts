import type { Facet } from './selection.ts';

/** What a value of a facet is called in a row of the results, with the language of the name where it is not the page's. */
export type FacetName = readonly [name: string, lang?: string];

/** What the explorer must know before it fetches anything else. */
export interface Manifest {
  /** How many findings there are. */
  readonly count: number;
  /** How many rows a file of rows holds. */
  readonly rowsInFile: number;
  /** By which piece of text each file of the index begins. */
  readonly begins: readonly string[];
  /** The values of each facet; the code in its column is the place in this list, counted from 1; 0 is blank. */
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly names: { readonly department: readonly FacetName[]; readonly category: readonly FacetName[] };
}

/** What a row of the results shows of a finding. */
export type Row = readonly [
  id: string,
  title: string,
  /** The language of the title where it is not the page's. */
  lang: string,
  status: number,
  department: number,
  category: number,
  changed: string,
  used: string,
];
