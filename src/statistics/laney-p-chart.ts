import { mean } from 'simple-statistics';
import type { Proportion } from './interval.ts';
import type { PChart } from './p-chart.ts';
import { pChart } from './p-chart.ts';

/** Mean of the range of two standard normal values. */
const meanRangeOfTwo = 1.128;

/**
 * Laney p' chart.
 *
 * Question: did a rate with a large and changing base leave the band in which it normally moves from period to period?
 * For bases in the thousands; for small ones `pChart` says the same.
 *
 * Method: p-chart limits times sigma z, the mean moving range of the z values over 1.128 (Laney 2002).
 *
 * Edges: null with fewer than two points. When the pooled rate is 0 or 1, or every z is the same, the limits fall
 * together and there are no signals. Throws for points without cases and for counts that exceed their base.
 *
 * @example
 * laneyPChart([{ count: 9000, base: 10000 }, { count: 9210, base: 10100 }, { count: 8700, base: 9900 }]).widening // => 6.56695331
 * laneyPChart([{ count: 9, base: 10 }]) // => null
 */
export function laneyPChart(points: readonly Proportion[]): PChart | null {
  const plain = pChart(points);
  if (plain === null || points.length < 2) return null;
  const variance = plain.rate * (1 - plain.rate);
  const z = plain.points.map((point) =>
    variance === 0 ? 0 : (point.rate - plain.rate) / Math.sqrt(variance / point.base),
  );
  const ranges = z.slice(1).map((value, position) => Math.abs(value - (z[position] as number)));
  return pChart(points, mean(ranges) / meanRangeOfTwo);
}
