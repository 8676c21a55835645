/** Answers of one hall resemble each other. */
export const clusterKind = 'hall';

/** The rates of the programme of which it is said what clustering costs them. */
export const clusteredMeasures: ReadonlySet<string> = new Set([
  'positive_rate',
  'negative_rate',
  'top_two_rate',
]);

/** Fewer say nothing about how clusters differ. */
export const fewestClusters = 5;

/** From this design effect on the interval is widened by its root. */
export const widenFrom = 1.5;
