/** Which number of a figure a cell shows. */
export type Part = 'value' | 'count' | 'base' | 'low' | 'high';

/** A number as it stands in a cell: raw, and as the reader sees it. */
export interface ShownNumber {
  readonly part: Part;
  readonly value: number;
  readonly text: string;
}

/** One cell of a table, freed from its markup. */
export interface Cell {
  readonly column: number;
  readonly text: string;
  readonly numbers: readonly ShownNumber[];
  /** Of a column header: which series its column belongs to, its word beside the line, its look. */
  readonly series?: string | undefined;
  readonly label?: string | undefined;
  readonly look?: string | undefined;
  /** Whether the cell stands out: a signal. */
  readonly marked?: boolean | undefined;
}

/** One row of a table, its header first. */
export interface Row {
  readonly header: Cell;
  readonly cells: readonly Cell[];
  readonly look?: string | undefined;
  readonly marked: boolean;
}

/** A table, freed from its markup. */
export interface Cells {
  readonly head: readonly Cell[];
  readonly body: readonly Row[];
  readonly foot: readonly Row[];
}

/** What a series says about one row. A number that is not there is null, never 0. */
export interface Point {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly base: number | null;
  /** The number as printed; '' in a gap. */
  readonly shown: string;
  /** The count as printed; '' where the cell has none. */
  readonly count: string;
  /** The whole cell, as printed: of a gap, why there is no number. */
  readonly text: string;
  /** Row header, column header and shown text, as the keyboard reader hears them. */
  readonly heard: readonly (readonly [header: string, text: string])[];
  readonly marked?: boolean | undefined;
}

/** One line, or one colour of bars. */
export interface Series {
  readonly key: string;
  readonly look: string;
  readonly name: string;
  readonly label: string;
  readonly points: readonly Point[];
  /** The point of the table's foot, the whole programme, where there is one. */
  readonly whole?: Point | undefined;
}

/** One place along the x axis. */
export interface Place {
  readonly name: string;
  /** Its name where there is little room, if it has one. */
  readonly label?: string | undefined;
  /** Where the row stands on a numeric axis; null where its header is words. */
  readonly position: number | null;
  readonly look: string | undefined;
  readonly marked: boolean;
}

/** A table as a chart reads it. */
export interface ChartTable {
  readonly places: readonly Place[];
  readonly series: readonly Series[];
  readonly wholeName: string;
}
