import { describe, expect, test } from 'vitest';
import {
  percentDecimals,
  roundedPercent,
  roundedPercentInterval,
} from '../../src/statistics/rounded-percent.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { fc } from '../seeded-checks.ts';

describe('roundedPercent', () => {
  test.each([
    [0, 7, 0],
    [7, 7, 100],
    [1, 200, 1], // 0.5 % goes up
    [1, 201, 0],
    [1, 8, 13], // 12.5 %
    [29, 200, 15], // 14.5 %, which is 14.499... in binary
    [995, 1000, 99.5],
    [1, 2000, 0.1], // 0.05 %
    [1, 2001, 0],
    [999, 1999, 50],
    [1_000_000_000, 3_000_000_000, 33.3],
  ])('shows %s of %s as %s', (count, base, percent) => expect(roundedPercent(count, base)).toBe(percent));

  test('has a decimal from a base of a thousand', () => {
    expect([0, 999, 1000].map(percentDecimals)).toEqual([0, 0, 1]);
    expect(roundedPercent(333, 999)).toBe(33);
    expect(roundedPercent(333, 1000)).toBe(33.3);
  });

  test('shows nothing without cases', () => expect(roundedPercent(0, 0)).toBeNull());

  test('refuses what is no part of a whole', () => {
    expect(() => roundedPercent(2, 1)).toThrow(/got 2 of 1/);
    expect(() => percentDecimals(-1)).toThrow(/percentDecimals needs/);
  });
});

describe('roundedPercentInterval', () => {
  test.each([
    [{ lower: 0.291, upper: 0.299 }, 10, { lower: 29, upper: 30 }],
    [{ lower: 0.29, upper: 0.57 }, 10, { lower: 29, upper: 57 }],
    [{ lower: 0.12345, upper: 0.23451 }, 1000, { lower: 12.3, upper: 23.5 }],
    [{ lower: 0, upper: 1 }, 10, { lower: 0, upper: 100 }],
  ])('rounds %o outwards at a base of %s', (interval, base, expected) =>
    expect(roundedPercentInterval(interval, base)).toEqual(expected),
  );

  test('always holds the rounded rate', () => {
    const part = fc
      .integer({ min: 1, max: 3000 })
      .chain((base) => fc.record({ count: fc.integer({ min: 0, max: base }), base: fc.constant(base) }));
    fc.assert(
      fc.property(part, ({ count, base }) => {
        const interval = wilsonInterval(count, base);
        if (interval === null) throw new Error('there are cases');
        const { lower, upper } = roundedPercentInterval(interval, base);
        const shown = roundedPercent(count, base) ?? -1;
        expect(lower).toBeLessThanOrEqual(shown);
        expect(upper).toBeGreaterThanOrEqual(shown);
      }),
    );
  });

  test('refuses percentages for shares', () => {
    expect(() => roundedPercentInterval({ lower: 12, upper: 20 }, 10)).toThrow(/share from zero to one/);
    expect(() => roundedPercentInterval({ lower: 0.1, upper: 20 }, 10)).toThrow(/share from zero to one/);
  });
});
