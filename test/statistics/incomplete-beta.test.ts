import { describe, expect, test } from 'vitest';
import { betaExcess } from '../../src/statistics/beta-excess.ts';
import { betaKernel } from '../../src/statistics/beta-kernel.ts';
import { betaTails, incompleteBeta } from '../../src/statistics/incomplete-beta.ts';
import { betaValues } from './incomplete-beta-values.ts';
import { expectRelative } from './reference.ts';
import { fc } from '../seeded-checks.ts';

const shape = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('betaTails', () => {
  test.each(betaValues)('is right to 1e-12 at x = %s, a = %s, b = %s', (x, a, b, lower, upper) => {
    const tails = betaTails(x, a, b);
    expectRelative(tails.lower, lower, 1e-12);
    expectRelative(tails.upper, upper, 1e-12);
  });

  test('adds up to one, and exchanges its tails with its shapes', () => {
    fc.assert(
      fc.property(inside, shape, shape, (x, a, b) => {
        const tails = betaTails(x, a, b);
        expect(tails.lower + tails.upper).toBeCloseTo(1, 14);
        expect(tails.lower).toBeGreaterThanOrEqual(0);
        expect(tails.upper).toBeGreaterThanOrEqual(0);
        const mirrored = betaTails(0.5, b, a);
        expect(mirrored.lower).toBeCloseTo(betaTails(0.5, a, b).upper, 12);
      }),
    );
  });

  test('grows with x', () => {
    fc.assert(
      fc.property(inside, inside, shape, shape, (one, other, a, b) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(incompleteBeta(low, a, b)).toBeLessThanOrEqual(incompleteBeta(high, a, b) + 1e-14);
      }),
    );
  });

  test('obeys I(a, b) - I(a + 1, b) = kernel / a', () => {
    for (const [x, a, b] of [
      [0.2, 3, 9],
      [0.7, 0.5, 4],
      [0.41, 41000, 59000],
    ] as const) {
      const difference = incompleteBeta(x, a, b) - incompleteBeta(x, a + 1, b);
      expectRelative(difference, betaKernel(x, a, b) / a, 1e-9);
    }
  });

  test('is exact at both ends', () => {
    expect(betaTails(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(betaTails(1, 2, 3)).toEqual({ lower: 1, upper: 0 });
  });

  test('is zero, not wrong, beyond the smallest number', () => {
    expect(betaTails(0.9, 1e6, 9e6)).toEqual({ lower: 1, upper: 0 });
  });

  test.each([
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, -2],
    [Number.NaN, 1, 1],
  ])('refuses x = %s with shapes %s and %s', (x, a, b) =>
    expect(() => betaTails(x, a, b)).toThrow(/betaTails needs/),
  );
});

describe('betaKernel', () => {
  test.each([0, 1])('refuses %s, where it has no meaning', (x) =>
    expect(() => betaKernel(x, 1, 1)).toThrow(/between zero and one/),
  );

  test('refuses shapes that are not above zero', () => {
    expect(() => betaKernel(0.5, 0, 1)).toThrow(/above zero/);
    expect(() => betaKernel(0.5, 1, 0)).toThrow(/above zero/);
  });
});

describe('betaExcess', () => {
  test('sees the last bit of x', () => {
    // 0.1 as a double is 0.1 + 5.551115123125783e-18; 0.3 is 0.3 - 1.1102230246251565e-17.
    expect(betaExcess(0.1, 1e8, 9e8)).toBe(5.551115123125783e-9);
    expect(betaExcess(0.3, 3e8, 7e8)).toBe(-1.1102230246251565e-8);
  });

  test('sees what the sum of the shapes leaves out', () => {
    expect(betaExcess(0.5, 2 ** 53, 1)).toBe(0.5 - 2 ** 52);
    expect(betaExcess(0.5, 2 ** 53 + 2, 2 ** 53 + 4)).toBe(1);
  });
});
