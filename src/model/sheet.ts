/** Rows of a sheet in file order. `first` is the row number of the first of them, as a spreadsheet counts. */
export interface RowBatch {
  readonly first: number;
  readonly rows: string[][];
}

/** A table of text as it stands in a drop: what it is, its header, and its rows for the taking. */
export interface Sheet {
  /** The name that people see. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  /** The rows under the header, numbered as a spreadsheet does (the header is row 1). Throws a failure that carries its problem. */
  readonly rows: () => AsyncGenerator<RowBatch>;
}
