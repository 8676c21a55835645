import { describe, expect, test } from 'vitest';
import { kish } from '../../src/statistics/kish.ts';
import { expectReference, frozen, readReference } from './reference.ts';

interface KishCase {
  readonly w: readonly number[];
  readonly n: number;
  readonly sum_w: number;
  readonly n_eff: number;
  readonly deff_kish: number;
  readonly cv2_pop: number;
  readonly max_over_mean: number;
}

const { expected, tolerance } = readReference<readonly KishCase[]>('survey/kish.json');

describe('kish', () => {
  test.each(expected)('gives the effective size of $n weights that sum to $sum_w', ({ w, ...one }) => {
    const got = kish(frozen(w));
    expectReference(
      {
        n: got?.count,
        sum_w: got?.totalWeight,
        n_eff: got?.effectiveSize,
        deff_kish: got?.designEffect,
        cv2_pop: got?.relativeVariance,
        max_over_mean: got?.largestOverMean,
      },
      one,
      tolerance,
    );
  });

  test('does not depend on the unit of the weights', () =>
    expect(kish([2e-200, 4e-200])?.effectiveSize).toBeCloseTo(kish([1, 2])?.effectiveSize ?? 0, 14));

  test('has a design effect of one plus the relative variance', () => {
    const got = kish([1, 2, 7, 0.5]);
    expect(got?.designEffect).toBeCloseTo(1 + (got?.relativeVariance ?? 0), 14);
  });

  test('is none without weights', () => expect(kish([])).toBeNull());

  test('refuses weights below zero, not finite or all zero', () => {
    expect(() => kish([1, -1])).toThrow('kish needs weights from zero, got -1');
    expect(() => kish([1, Number.NaN])).toThrow(/finite/);
    expect(() => kish([0, 0])).toThrow('kish needs at least one weight above zero');
  });
});
