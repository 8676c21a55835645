import { describe, expect, it } from 'vitest';
import { autocorrelation } from '../../src/statistics/autocorrelation.ts';
import { frozen } from './reference.ts';

describe('autocorrelation', () => {
  // statsmodels.tsa.stattools.acf (adjusted=False), which agrees with R's acf(): LakeHuron, first twelve levels.
  const levels = frozen([
    580.38, 581.86, 580.97, 580.8, 579.79, 580.39, 580.42, 580.82, 581.4, 581.32, 581.44, 581.68,
  ]);

  it('is one at lag zero', () => {
    expect(autocorrelation(levels, 0)).toBe(1);
  });

  it.each([
    { lag: 1, expected: 0.313283438091778 },
    { lag: 2, expected: 0.185197221365867 },
    { lag: 4, expected: -0.223745762700772 },
  ])('agrees with statsmodels at lag $lag', ({ lag, expected }) => {
    expect(autocorrelation(levels, lag)).toBeCloseTo(expected, 12);
  });

  it('is null for a series no longer than the lag, and for one that does not vary', () => {
    expect(autocorrelation([3, 4], 2)).toBeNull();
    expect(autocorrelation([3, 4, 6], 2)).not.toBeNull();
    expect(autocorrelation([], 0)).toBeNull();
    expect(autocorrelation([7, 7, 7], 1)).toBeNull();
  });

  it('refuses values that are not finite and lags that are no counts', () => {
    expect(() => autocorrelation([1, Number.NaN], 0)).toThrow(
      'autocorrelation needs finite numbers, got NaN',
    );
    expect(() => autocorrelation([1, 2], 0.5)).toThrow(
      'autocorrelation needs counts that are whole numbers from zero, got 0.5',
    );
  });
});
