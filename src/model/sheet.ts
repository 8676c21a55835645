import type { EncodingProof } from './encoding-proof.ts';
import type { Problem } from './problem.ts';

/** Rows of a sheet in file order. `first` is the row number of the first of them, as a spreadsheet counts. */
export interface RowBatch {
  readonly first: number;
  readonly rows: string[][];
  /** What reading came upon that staff should know, complete with the last batch. */
  readonly noticed?: readonly Problem[];
  /** How much of the sheet has been read with them, from 0 to 1, where that is known: for showing progress. */
  readonly share?: number;
}

/** A table of text as it stands in a drop: what it is, its first rows, and all its rows for the taking. */
export interface Sheet {
  /** The name that people see; a table inside a workbook or an archive is named after both: `book.xlsx › Sheet1`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The encoding of a text, or the kind of a workbook. */
  readonly encoding: string;
  readonly proof: EncodingProof;
  /** What stands between the cells of a text; '' in a workbook. */
  readonly delimiter: string;
  /** The first rows as they stand, from row 1: titles, the header, perhaps the first data. At most `headRows` of them. */
  readonly head: readonly (readonly string[])[];
  /** What opening came upon that staff should know; what the rows themselves show comes with them. */
  readonly noticed: readonly Problem[];
  /** All rows from row 1, numbered as a spreadsheet does. Throws a failure that carries its problem. */
  readonly rows: () => AsyncGenerator<RowBatch>;
}

/** How many rows the head of a sheet shows: more than any export has above its data. */
export const headRows = 50;
