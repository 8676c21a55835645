import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.ts';
import { numberAtRisk } from '../../src/statistics/number-at-risk.ts';
import { shareWithin } from '../../src/statistics/share-within.ts';
import { survivalGroups } from './kaplan-meier-cases.ts';
import { expectReference } from './reference.ts';

const atTimes = survivalGroups.flatMap((group) => group.at_times.map((at) => ({ ...group, ...at })));

describe('shareWithin', () => {
  test.each(atTimes)('equals summary(survfit) on $name, group $group, day $t', (at) => {
    const within = shareWithin(kaplanMeier(at.counts), at.t);
    if (!at.estimable) {
      expect(within).toBeNull();
      return;
    }
    expectReference(within?.share, at.rectified, at.tolerance);
    expectReference([within?.lower, within?.upper], at.rectified_ci.log_log, at.tolerance);
  });

  test('is not estimable without cases and before a delayed start', () => {
    expect(shareWithin(kaplanMeier([]), 0)).toBeNull();
    const delayed = kaplanMeier(
      [
        { day: 2, events: 0, censored: 0, entered: 9 },
        { day: 5, events: 1, censored: 8 },
        { day: 1, events: 1, censored: 0 },
      ],
      { minimumAtRisk: 9 },
    );
    expect(delayed.startDay).toBe(5);
    expect(shareWithin(delayed, 4)).toBeNull();
    expect(shareWithin(delayed, 5)?.share).toBeCloseTo(1 / 9, 15);
  });

  test('equals the plain share when all were followed so long', () => {
    const curve = kaplanMeier([
      { day: 0, events: 3, censored: 0 },
      { day: 14, events: 5, censored: 0 },
      { day: 40, events: 0, censored: 12 },
    ]);
    expect(shareWithin(curve, 30)?.share).toBeCloseTo(8 / 20, 15);
  });

  test('refuses part of a day', () =>
    expect(() => shareWithin(kaplanMeier([]), 1.5)).toThrow(/shareWithin needs/));
});

describe('numberAtRisk', () => {
  test.each(atTimes)('equals summary(survfit) on $name, group $group, day $t', (at) =>
    expect(numberAtRisk(kaplanMeier(at.counts), at.t)).toBe(at.n_risk),
  );

  test('leaves out who left before a delayed start, and counts nobody before it', () => {
    const counts = [
      { day: 1, events: 2, censored: 1 },
      { day: 2, events: 0, censored: 0, entered: 9 },
      { day: 5, events: 1, censored: 8 },
      { day: 7, events: 0, censored: 1 },
    ];
    const curve = kaplanMeier(counts, { minimumAtRisk: 9 });
    expect([1, 4, 5, 6, 7, 8].map((day) => numberAtRisk(curve, day))).toEqual([0, 0, 10, 1, 1, 0]);
    expect([1, 2, 3, 5, 6].map((day) => numberAtRisk(kaplanMeier(counts), day))).toEqual([4, 1, 10, 10, 1]);
  });

  test('is nobody without cases', () => expect(numberAtRisk(kaplanMeier([]), 6)).toBe(0));

  test('counts late entries from the day after', () => {
    const curve = kaplanMeier([
      { day: 3, events: 0, censored: 0, entered: 2 },
      { day: 9, events: 1, censored: 4 },
    ]);
    expect([3, 4, 9, 10].map((day) => numberAtRisk(curve, day))).toEqual([3, 5, 5, 0]);
  });

  test('refuses part of a day', () =>
    expect(() => numberAtRisk(kaplanMeier([]), -1)).toThrow(/numberAtRisk needs/));
});
