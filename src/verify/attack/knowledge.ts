/** A sum of unknown numbers, each times its factor, that lies between two numbers. */
export interface Relation {
  readonly unknowns: readonly number[];
  readonly factors: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** What a reader knows of whole numbers that nobody has told: the least and the most that each can be, and how they hang together. */
export interface Knowledge {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly relations: readonly Relation[];
}

/** The least and the most that something can be. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
