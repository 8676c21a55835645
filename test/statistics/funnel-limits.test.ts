import { describe, expect, test } from 'vitest';
import { binomialLowerTail, binomialUpperTail } from '../../src/statistics/binomial.ts';
import { binomialVerdict } from '../../src/statistics/binomial-verdict.ts';
import { funnelLimits } from '../../src/statistics/funnel-limits.ts';
import { funnelSets } from './funnel-cases.ts';
import { expectReference, readReference } from './reference.ts';
import { fc } from '../seeded-checks.ts';

interface GridCase {
  readonly n: number;
  readonly theta: number;
  readonly limits: readonly { readonly p: number; readonly exact_symmetric: readonly [number, number] }[];
}

const grid = readReference<readonly GridCase[]>('funnel/limits_grid.json');

describe('funnelLimits', () => {
  test.each(grid.expected)(
    'equals the exact symmetric limits at n = $n, rate $theta',
    ({ n, theta, limits }) => {
      for (const { p, exact_symmetric } of limits) {
        const got = funnelLimits(n, theta, 1 - 2 * p);
        expectReference([got?.lower, got?.upper], exact_symmetric, grid.tolerance);
      }
    },
  );

  test.each(funnelSets)('draws the lines of $name', ({ expected, tolerance }) => {
    for (const unit of expected.units) {
      const inner = funnelLimits(unit.n, expected.theta, 0.95);
      const outer = funnelLimits(unit.n, expected.theta, 0.998);
      expectReference([inner?.lower, inner?.upper], unit.lim95, tolerance);
      expectReference([outer?.lower, outer?.upper], unit.lim998, tolerance);
    }
  });

  test('lets a rate out exactly when its one-sided tail is below', () => {
    const cases = fc
      .integer({ min: 1, max: 300 })
      .chain((n) =>
        fc.tuple(
          fc.constant(n),
          fc.integer({ min: 0, max: n }),
          fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        ),
      );
    fc.assert(
      fc.property(cases, ([base, count, rate]) => {
        const limits = funnelLimits(base, rate, 0.95);
        if (limits === null) throw new Error('there are cases');
        const isHigh = binomialUpperTail(count, base, rate) < 0.025 - 1e-12;
        const isLow = binomialLowerTail(count, base, rate) < 0.025 - 1e-12;
        if (isHigh) expect(count / base).toBeGreaterThan(limits.upper - 1e-9);
        if (isLow) expect(count / base).toBeLessThan(limits.lower + 1e-9);
        if (!isHigh && !isLow) {
          expect(count / base).toBeLessThanOrEqual(limits.upper + 1e-9);
          expect(count / base).toBeGreaterThanOrEqual(limits.lower - 1e-9);
        }
      }),
    );
  });

  test('narrow around the rate as the base grows', () => {
    const wide = funnelLimits(100, 0.7, 0.998);
    const narrow = funnelLimits(1e8, 0.7, 0.998);
    expect(narrow?.lower).toBeGreaterThan(wide?.lower ?? 1);
    expect(narrow?.upper).toBeLessThan(wide?.upper ?? 0);
    expect(narrow?.upper).toBeCloseTo(0.7 + 3.0902323 * Math.sqrt(0.21 / 1e8), 7);
  });

  test('collapse at the rates 0 and 1, and are none without cases', () => {
    expect(funnelLimits(20, 0, 0.95)).toEqual({ lower: 0, upper: 0 });
    expect(funnelLimits(20, 1, 0.95)).toEqual({ lower: 1, upper: 1 });
    expect(funnelLimits(0, 0.5, 0.95)).toBeNull();
  });

  test('refuse bases, rates and coverages that are none', () => {
    expect(() => funnelLimits(2.5, 0.5, 0.95)).toThrow(/whole numbers/);
    expect(() => funnelLimits(5, 1.5, 0.95)).toThrow(/share/);
    expect(() => funnelLimits(5, 0.5, 95)).toThrow(/probability/);
  });
});

describe('binomialVerdict', () => {
  test.each(funnelSets)('speaks only beyond the 99.8 % line in $name', ({ expected }) => {
    for (const unit of expected.units) {
      const words = unit.flag === 'high_998' ? 'higher' : unit.flag === 'low_998' ? 'lower' : 'as-expected';
      expect(binomialVerdict({ count: unit.x, base: unit.n }, expected.theta, 1)).toBe(words);
    }
  });

  test('has one word for each side, and one for too few', () => {
    expect(binomialVerdict({ count: 10, base: 10 }, 0.5, 10)).toBe('higher');
    expect(binomialVerdict({ count: 0, base: 10 }, 0.5, 10)).toBe('lower');
    expect(binomialVerdict({ count: 9, base: 10 }, 0.5, 10)).toBe('as-expected');
    expect(binomialVerdict({ count: 1, base: 10 }, 0.5, 10)).toBe('as-expected');
    expect(binomialVerdict({ count: 10, base: 10 }, 0.5, 11)).toBe('too-few');
    expect(binomialVerdict({ count: 0, base: 0 }, 0.5, 0)).toBe('too-few');
  });

  test('takes a certain expectation at its word', () => {
    expect(binomialVerdict({ count: 9, base: 10 }, 1, 1)).toBe('lower');
    expect(binomialVerdict({ count: 10, base: 10 }, 1, 1)).toBe('as-expected');
    expect(binomialVerdict({ count: 1, base: 10 }, 0, 1)).toBe('higher');
  });

  test('refuses counts, rates and least bases that are none', () => {
    expect(() => binomialVerdict({ count: 3, base: 2 }, 0.5, 1)).toThrow(/got 3 of 2/);
    expect(() => binomialVerdict({ count: 1, base: 2 }, 1.5, 1)).toThrow(/share/);
    expect(() => binomialVerdict({ count: 1, base: 2 }, 0.5, -1)).toThrow(/whole numbers/);
  });
});
