import { describe, expect, test } from 'vitest';
import { perMany } from '../../src/statistics/per-many.ts';
import { weightedShareInterval } from '../../src/statistics/weighted-share-interval.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

describe('perMany', () => {
  test.each([
    [12, 4000, 1000, 3],
    [1, 9999, 1000, 1000 / 9999],
    [9, 10_000, 10_000, 9],
    [10, 10_000, 1000, 1],
    [0, 50_000, 10_000, 0],
    [3, 40, 1000, 75],
  ])('shows %s of %s per %s', (count, base, unit, value) => {
    const got = perMany(count, base);
    expect(got).toMatchObject({ unit, value });
    expect(got?.lower).toBe((wilsonInterval(count, base)?.lower ?? -1) * unit);
    expect(got?.upper).toBe((wilsonInterval(count, base)?.upper ?? -1) * unit);
  });

  test('takes another confidence', () =>
    expect(perMany(12, 4000, 0.5)?.lower).toBeGreaterThan(perMany(12, 4000)?.lower ?? 9));

  test('rests on the effective base where that is given', () => {
    const got = perMany(12, 4000, 0.95, 1000);
    expect(got).toMatchObject({ unit: 1000, value: 3 });
    expect(got?.lower).toBe((weightedShareInterval(0.003, 1000)?.lower ?? -1) * 1000);
  });

  test('is none without cases, and refuses what is no part of a whole', () => {
    expect(perMany(0, 0)).toBeNull();
    expect(() => perMany(2, 1)).toThrow(/got 2 of 1/);
  });
});
