import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.ts';
import { survivalMedian } from '../../src/statistics/survival-median.ts';
import { survivalQuantile } from '../../src/statistics/survival-quantile.ts';
import { survivalGroups } from './kaplan-meier-cases.ts';
import { expectReference } from './reference.ts';

const quantiles = survivalGroups.flatMap((group) =>
  group.quantiles.map((quantile) => ({ ...group, ...quantile })),
);

describe('survivalQuantile', () => {
  test.each(quantiles)('is the first day at or below 1 - $p on $name, group $group', (one) => {
    const { day, lower, upper } = survivalQuantile(kaplanMeier(one.counts), one.p);
    expectReference({ day, ci: [lower, upper] }, { day: one.first_leq, ci: one.ci.log_log }, one.tolerance);
  });

  test('takes a product that is 0.5 on paper for 0.5', () => {
    // 6/10 x 5/6 ends a rounding above one half.
    const curve = kaplanMeier([
      { day: 1, events: 3, censored: 0 },
      { day: 2, events: 1, censored: 0 },
      { day: 3, events: 1, censored: 5 },
      { day: 8, events: 0, censored: 0 },
    ]);
    expect(survivalMedian(curve).day).toBe(3);
  });

  test.each([0, 1])('refuses the share %s', (ended) =>
    expect(() => survivalQuantile(kaplanMeier([]), ended)).toThrow(/survivalQuantile needs a probability/),
  );
});

describe('survivalMedian', () => {
  test('is the quantile of one half', () => {
    for (const { counts } of survivalGroups) {
      const curve = kaplanMeier(counts);
      expect(survivalMedian(curve)).toEqual(survivalQuantile(curve, 0.5));
    }
  });

  test('is not reached without cases', () =>
    expect(survivalMedian(kaplanMeier([]))).toEqual({ day: null, lower: null, upper: null }));
});
