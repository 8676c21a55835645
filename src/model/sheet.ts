/** Rows of a sheet in file order. `first` is the row number of the first of them, as a spreadsheet counts. */
export interface RowBatch {
  readonly first: number;
  readonly rows: string[][];
}

/** A table of text as it stands in a drop: what it is, its first rows, and all its rows for the taking. */
export interface Sheet {
  /** The name that people see; a table inside a workbook or an archive is named after both: `book.xlsx › Sheet1`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  /** The first rows as they stand, from row 1: titles, the header, perhaps the first data. At most `headRows` of them. */
  readonly head: readonly (readonly string[])[];
  /** All rows from row 1, numbered as a spreadsheet does. Throws a failure that carries its problem. */
  readonly rows: () => AsyncGenerator<RowBatch>;
}

/** How many rows the head of a sheet shows: more than any export has above its data. */
export const headRows = 50;
