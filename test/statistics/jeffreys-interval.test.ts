import { describe, expect, test } from 'vitest';
import { jeffreysInterval } from '../../src/statistics/jeffreys-interval.ts';
import { expectReference, readReference } from './reference.ts';

interface IntervalCase {
  readonly x: number;
  readonly n: number;
  readonly conf: number;
  readonly jeffreys: readonly [number | null, number | null];
}

const { expected, tolerance } = readReference<readonly IntervalCase[]>('proportions/intervals.json');

describe('jeffreysInterval', () => {
  test.each(expected)('equals qbeta at $x of $n, confidence $conf', (one) => {
    const interval = jeffreysInterval(one.x, one.n, one.conf);
    expectReference([interval?.lower ?? null, interval?.upper ?? null], one.jeffreys, tolerance);
  });

  test('is exact at none and at all', () => {
    for (const base of [1, 20, 1e9]) {
      expect(jeffreysInterval(0, base)?.lower).toBe(0);
      expect(jeffreysInterval(base, base)?.upper).toBe(1);
    }
  });

  test('mirrors itself', () => {
    const interval = jeffreysInterval(3, 20);
    expect(jeffreysInterval(17, 20)?.upper).toBeCloseTo(1 - (interval?.lower ?? 0), 14);
    expect(jeffreysInterval(17, 20)?.lower).toBeCloseTo(1 - (interval?.upper ?? 0), 14);
  });

  test('gives no interval without cases', () => expect(jeffreysInterval(0, 0)).toBeNull());

  test('refuses what is no part of a whole, and a confidence of one', () => {
    expect(() => jeffreysInterval(2, 1)).toThrow(/no larger than its base/);
    expect(() => jeffreysInterval(1, 2, 1)).toThrow(/between zero and one/);
  });
});
