import { describe, expect, test } from 'vitest';
import { chiSquaredUpperTail } from '../../src/statistics/chi-squared.ts';
import { gammaTails } from '../../src/statistics/incomplete-gamma.ts';
import { normalUpperTail } from '../../src/statistics/normal-distribution.ts';
import { expectReference, expectRelative } from './reference.ts';
import { special } from './special-values.ts';

describe('chiSquaredUpperTail', () => {
  test.each(special.expected.pchisq_upper)('equals pchisq($x, $df, lower.tail = FALSE)', ({ x, df, upper }) =>
    expectReference(chiSquaredUpperTail(x, df), upper, special.tolerance),
  );

  test('is a two-sided normal tail with one degree of freedom', () => {
    for (const z of [0.1, 1, 1.7, 5, 20])
      expectRelative(chiSquaredUpperTail(z * z, 1), 2 * normalUpperTail(z), 1e-12);
  });

  test('is exponential with two degrees of freedom', () => {
    for (const x of [0.01, 1, 3.9, 4.1, 50, 1000])
      expectRelative(chiSquaredUpperTail(x, 2), Math.exp(-x / 2), 1e-13);
  });

  test('refuses no degrees of freedom and a statistic that is not finite', () => {
    expect(() => chiSquaredUpperTail(1, 0)).toThrow('chiSquaredUpperTail needs a number above zero, got 0');
    expect(() => chiSquaredUpperTail(Number.NaN, 1)).toThrow(/gammaTails needs/);
  });
});

describe('gammaTails', () => {
  test('is nought at and below zero', () => {
    expect(gammaTails(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(gammaTails(2, -1)).toEqual({ lower: 0, upper: 1 });
  });

  // Poisson sums: Q(k, x) = sum over i < k of e^-x x^i / i!
  test('sums the Poisson distribution', () => {
    for (const x of [0.5, 4, 4.9, 5.1, 12]) {
      let term = Math.exp(-x);
      let sum = term;
      for (let i = 1; i < 4; i += 1) {
        term *= x / i;
        sum += term;
      }
      expectRelative(gammaTails(4, x).upper, sum, 1e-13);
      expect(gammaTails(4, x).lower + gammaTails(4, x).upper).toBeCloseTo(1, 15);
    }
  });

  test('refuses shape zero', () => expect(() => gammaTails(0, 1)).toThrow(/above zero/));
});
