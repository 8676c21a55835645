import { describe, expect, test } from 'vitest';
import { meanInterval, meanIntervalOfCounts } from '../../src/statistics/mean-interval.ts';
import { expectReference, frozen, readReference } from './reference.ts';
import { fc } from '../seeded-checks.ts';

interface MeanCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly se: number;
  readonly ci: readonly [number, number];
}

const { expected, tolerance } = readReference<readonly MeanCase[]>('survey/t_intervals.json');

describe('meanInterval', () => {
  test.each(expected)('equals t.test on $name', (one) => {
    const got = meanInterval(frozen(one.x));
    expectReference(
      {
        n: got?.base,
        mean: got?.mean,
        sd: got?.standardDeviation,
        se: got?.standardError,
        ci: [got?.lower, got?.upper],
      },
      { n: one.n, mean: one.mean, sd: one.sd, se: one.se, ci: one.ci },
      tolerance,
    );
  });

  test('has no spread for a single value, and is none without values', () => {
    const alone = {
      base: 1,
      mean: 7,
      standardDeviation: null,
      standardError: null,
      lower: null,
      upper: null,
    };
    expect(meanInterval([7])).toEqual(alone);
    expect(meanIntervalOfCounts([{ value: 7, count: 1 }])).toEqual(alone);
    expect(meanInterval([])).toBeNull();
    expect(meanIntervalOfCounts([])).toBeNull();
  });

  test('is a point when all agree', () =>
    expect(meanInterval([3, 3, 3])).toMatchObject({ standardError: 0, lower: 3, upper: 3 }));

  test('is the same from values and from counts', () => {
    const counts = fc.array(
      fc.record({ value: fc.integer({ min: 1, max: 10 }), count: fc.integer({ min: 0, max: 9 }) }),
    );
    fc.assert(
      fc.property(counts, (tally) => {
        const values = tally.flatMap(({ value, count }) => new Array<number>(count).fill(value));
        const [fromValues, fromCounts] = [meanInterval(values, 0.9), meanIntervalOfCounts(tally, 0.9)];
        expectReference(fromCounts, fromValues, { abs: 1e-10 });
      }),
    );
  });

  test('refuses what is not finite, no count, no confidence', () => {
    expect(() => meanInterval([1, Number.NaN])).toThrow('meanInterval needs finite numbers, got NaN');
    expect(() => meanInterval([1], 1)).toThrow(/meanInterval needs a probability/);
    expect(() => meanIntervalOfCounts([{ value: Number.NaN, count: 1 }])).toThrow(/finite/);
    expect(() => meanIntervalOfCounts([{ value: 1, count: -1 }])).toThrow(/whole numbers/);
    expect(() => meanIntervalOfCounts([], 0)).toThrow(/meanIntervalOfCounts needs a probability/);
  });
});
