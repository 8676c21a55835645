import { describe, expect, test } from 'vitest';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { expectReference, readReference, expectRelative } from './reference.ts';
import { fc } from '../seeded-checks.ts';

interface IntervalCase {
  readonly x: number;
  readonly n: number;
  readonly conf: number;
  readonly wilson: readonly [number | null, number | null];
}

const { expected, tolerance } = readReference<readonly IntervalCase[]>('proportions/intervals.json');

const proportion = fc
  .integer({ min: 1, max: 1e9 })
  .chain((base) => fc.record({ count: fc.integer({ min: 0, max: base }), base: fc.constant(base) }));

describe('wilsonInterval', () => {
  test.each(expected)('equals prop.test(correct = FALSE) at $x of $n, confidence $conf', (one) => {
    const interval = wilsonInterval(one.x, one.n, one.conf);
    expectReference([interval?.lower ?? null, interval?.upper ?? null], one.wilson, tolerance);
  });

  test('is exact at none and at all', () => {
    for (const base of [1, 3, 7, 10, 97, 1e6, 1e9]) {
      expect(wilsonInterval(0, base)?.lower).toBe(0);
      expect(wilsonInterval(base, base)?.upper).toBe(1);
    }
  });

  test('gives no interval without cases', () => expect(wilsonInterval(0, 0)).toBeNull());

  test('has the default confidence of 95 %', () =>
    expect(wilsonInterval(7, 10)).toEqual(wilsonInterval(7, 10, 0.95)));

  test('contains the rate, lies within [0, 1] and mirrors itself', () => {
    fc.assert(
      fc.property(proportion, ({ count, base }) => {
        const interval = wilsonInterval(count, base);
        const mirrored = wilsonInterval(base - count, base);
        if (interval === null || mirrored === null) throw new Error('there are cases');
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(count / base);
        expect(interval.upper).toBeGreaterThanOrEqual(count / base);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 14);
      }),
    );
  });

  // mpmath, 50 digits. Subtracted from one, such ends would keep eight digits.
  test.each([
    { count: 0, base: 502_806_188, upper: 7.640038812221681e-9 },
    { count: 1, base: 60_944_663, upper: 9.295209159172463e-8 },
    { count: 3, base: 1e9, upper: 8.821188054011644e-9 },
  ])('keeps all digits of an upper end near none: $count of $base', ({ count, base, upper }) => {
    expectRelative(wilsonInterval(count, base)?.upper ?? 1, upper, 1e-14);
    expectRelative(1 - (wilsonInterval(base - count, base)?.lower ?? 0), upper, 1e-6);
  });

  test.each([
    [-1, 5],
    [1.5, 5],
    [1, 2.5],
    [Number.NaN, 5],
    [6, 5],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %s of %s', (count, base) =>
    expect(() => wilsonInterval(count, base)).toThrow(/wilsonInterval needs/),
  );

  test.each([0, 1, 95, Number.NaN])('refuses the confidence %s', (confidence) =>
    expect(() => wilsonInterval(1, 2, confidence)).toThrow(/between zero and one/),
  );
});
