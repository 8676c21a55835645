import { describe, expect, test } from 'vitest';
import { logRank } from '../../src/statistics/log-rank.ts';
import { survivalCases } from './kaplan-meier-cases.ts';
import { expectReference, frozen } from './reference.ts';

const compared = survivalCases.filter((one) => one.logRank !== null);
const quick = [
  { day: 1, events: 5, censored: 0 },
  { day: 4, events: 2, censored: 3 },
];
const slow = [
  { day: 3, events: 2, censored: 0 },
  { day: 9, events: 3, censored: 5 },
];

describe('logRank', () => {
  test.each(compared)('equals survdiff on $name', ({ groups: unordered, logRank: expected, tolerance }) => {
    const groups = (expected?.groups ?? []).flatMap((name) =>
      unordered.filter(({ group }) => group === name),
    );
    const got = logRank(groups.map((group) => group.counts));
    expectReference(
      {
        groups: groups.map((group) => group.group),
        n: groups.map((group) => group.n),
        observed: got.observed,
        expected: got.expected,
        var: got.variance,
        chisq: got.chiSquared,
        df: got.degreesOfFreedom,
        p: got.p,
      },
      expected,
      tolerance,
    );
  });

  test('does not depend on the order of three groups, and leaves them as they are', () => {
    const third = [
      { day: 2, events: 3, censored: 1 },
      { day: 9, events: 1, censored: 3 },
    ];
    const one = logRank(frozen([quick, slow, third]));
    const other = logRank([third, quick, slow]);
    expect(one.degreesOfFreedom).toBe(2);
    expect(one.chiSquared).toBeCloseTo(other.chiSquared ?? 0, 12);
    expect(
      one.variance
        .map((row) => row.reduce((sum, value) => sum + value, 0))
        .every((sum) => Math.abs(sum) < 1e-12),
    ).toBe(true);
  });

  test('expects as many events as it observes', () => {
    const { observed, expected } = logRank([quick, slow]);
    const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0);
    expect(total(expected)).toBeCloseTo(total(observed), 12);
  });

  test('leaves out groups that were never at risk of an event', () => {
    const gone = [{ day: 0, events: 0, censored: 4 }];
    expect(logRank([quick, gone, slow]).chiSquared).toBeCloseTo(logRank([quick, slow]).chiSquared ?? 0, 12);
    expect(logRank([quick, gone, slow]).degreesOfFreedom).toBe(1);
    expect(logRank([quick, gone])).toMatchObject({ chiSquared: null, degreesOfFreedom: 0, p: null });
  });

  test('has no p when nothing happened or nothing varies', () => {
    expect(logRank([[{ day: 3, events: 0, censored: 4 }], []])).toMatchObject({ chiSquared: null, p: null });
    const together = [{ day: 3, events: 4, censored: 0 }];
    expect(logRank([together, together])).toMatchObject({ chiSquared: null, degreesOfFreedom: 1, p: null });
    expect(
      logRank([[{ day: 3, events: 0, censored: 1 }], [{ day: 5, events: 1, censored: 0 }]]).p,
    ).toBeNull();
  });

  test('refuses a single group', () =>
    expect(() => logRank([quick])).toThrow('logRank needs at least two groups, got 1'));
});
