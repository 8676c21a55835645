import { describe, expect, test } from 'vitest';
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts';
import { expectReference, expectRelative, readReference } from './reference.ts';

interface IntervalCase {
  readonly x: number;
  readonly n: number;
  readonly conf: number;
  readonly clopper_pearson: readonly [number | null, number | null];
}

const { expected, tolerance } = readReference<readonly IntervalCase[]>('proportions/intervals.json');

describe('clopperPearson', () => {
  test.each(expected)('equals binom.test at $x of $n, confidence $conf', (one) => {
    const interval = clopperPearson(one.x, one.n, one.conf);
    expectReference([interval?.lower ?? null, interval?.upper ?? null], one.clopper_pearson, tolerance);
  });

  test('is exact at none and at all', () => {
    for (const base of [1, 20, 1e9]) {
      expect(clopperPearson(0, base)?.lower).toBe(0);
      expect(clopperPearson(base, base)?.upper).toBe(1);
    }
  });

  // At none of n the upper end is 1 - 0.025^(1/n): mpmath, 50 digits.
  test.each([
    { base: 1e6, upper: 3.688872650206489e-6 },
    { base: 1e9, upper: 3.68887944731002e-9 },
  ])('keeps all digits of an upper end near none: 0 of $base', ({ base, upper }) =>
    expectRelative(clopperPearson(0, base)?.upper ?? 1, upper, 1e-12),
  );

  test('mirrors itself', () => {
    const interval = clopperPearson(3, 20);
    expect(clopperPearson(17, 20)?.upper).toBeCloseTo(1 - (interval?.lower ?? 0), 14);
    expect(clopperPearson(17, 20)?.lower).toBeCloseTo(1 - (interval?.upper ?? 0), 14);
  });

  test('gives no interval without cases', () => expect(clopperPearson(0, 0)).toBeNull());

  test('refuses what is no part of a whole, and a confidence of one', () => {
    expect(() => clopperPearson(2, 1)).toThrow(/no larger than its base/);
    expect(() => clopperPearson(1, 2, 1)).toThrow(/between zero and one/);
  });
});
