/** Two ends of an interval; both belong to it. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** "count of base": the raw form of every rate. */
export interface Proportion {
  readonly count: number;
  readonly base: number;
}
