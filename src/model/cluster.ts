/** Answers of one hall resemble each other. */
export const clusterKind = 'hall';

/** The rates of the programme of which it is said what clustering costs them. */
export const clusteredMeasures: ReadonlySet<string> = new Set([
  'positive_rate',
  'negative_rate',
  'top_two_rate',
  'favourable_rate',
  'unfavourable_rate',
]);

/** Fewer say nothing about how clusters differ. */
export const fewestClusters = 5;

/** From this design effect on the interval is widened by its root. */
export const widenFrom = 1.5;

/**
 * The answers on which the published interval of a rate rests: the effective ones where it was widened.
 *
 * @example
 * intervalBase({ base: 4000, deff: 4, effective_base: 1000 }); // => 1000
 * intervalBase({ base: 4000, deff: 1.2, effective_base: 3333 }); // => 4000
 */
export function intervalBase(rate: {
  readonly base: number;
  readonly deff: number | null;
  readonly effective_base: number | null;
}): number {
  return rate.deff !== null && rate.deff > widenFrom ? (rate.effective_base ?? rate.base) : rate.base;
}
