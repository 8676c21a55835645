import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.ts';
import { restrictedMean } from '../../src/statistics/restricted-mean.ts';
import { survivalGroups } from './kaplan-meier-cases.ts';
import { expectReference } from './reference.ts';

const means = survivalGroups.flatMap((group) => group.rmst.map((rmst) => ({ ...group, ...rmst })));

describe('restrictedMean', () => {
  test.each(means)('equals survmean on $name, group $group, horizon $tau', (one) => {
    const got = restrictedMean(kaplanMeier(one.counts), one.tau);
    if (one.beyond_follow_up) {
      expect(got).toBeNull();
      return;
    }
    expectReference(
      { rmst: got?.mean, se: got?.standardError },
      { rmst: one.rmst, se: one.se },
      one.tolerance,
    );
  });

  test('is the mean of the times, each cut at the horizon, when nothing is censored', () => {
    const curve = kaplanMeier([
      { day: 0, events: 1, censored: 0 },
      { day: 4, events: 2, censored: 0 },
      { day: 10, events: 1, censored: 0 },
    ]);
    expect(restrictedMean(curve, 8)?.mean).toBeCloseTo((0 + 4 + 4 + 8) / 4, 14);
    expect(restrictedMean(curve, 30)?.mean).toBeCloseTo((0 + 4 + 4 + 10) / 4, 14);
    expect(restrictedMean(curve, 0)).toEqual({ mean: 0, standardError: 0, lower: 0, upper: 0 });
  });

  test('has an interval of 1.96 standard errors that stays within the horizon', () => {
    const curve = kaplanMeier([
      { day: 4, events: 8, censored: 0 },
      { day: 10, events: 0, censored: 12 },
    ]);
    const got = restrictedMean(curve, 10);
    expect(got?.mean).toBeCloseTo(7.6, 14);
    expect((got?.upper ?? 0) - (got?.lower ?? 0)).toBeCloseTo(
      2 * 1.959963984540054 * (got?.standardError ?? 0),
      12,
    );
    const wide = restrictedMean(
      kaplanMeier([
        { day: 1, events: 1, censored: 0 },
        { day: 9, events: 0, censored: 1 },
      ]),
      9,
    );
    expect([wide?.lower, wide?.upper]).toEqual([0, 9]);
  });

  test('is not estimable without cases or with a delayed start', () => {
    expect(restrictedMean(kaplanMeier([]), 10)).toBeNull();
    const late = [
      { day: 2, events: 0, censored: 0, entered: 9 },
      { day: 5, events: 1, censored: 8 },
    ];
    expect(restrictedMean(kaplanMeier(late, { minimumAtRisk: 9 }), 5)).toBeNull();
  });

  test('refuses part of a day and a confidence of one', () => {
    expect(() => restrictedMean(kaplanMeier([]), 1.5)).toThrow(/restrictedMean needs/);
    expect(() => restrictedMean(kaplanMeier([]), 1, 1)).toThrow(/between zero and one/);
  });
});
