import { describe, expect, test } from 'vitest';
import { normalLowerTail, normalUpperTail } from '../../src/statistics/normal-distribution.ts';
import { expectReference, expectRelative } from './reference.ts';
import { special } from './special-values.ts';

describe('normalUpperTail and normalLowerTail', () => {
  test.each(special.expected.pnorm)('equal pnorm($z)', ({ z, lower, upper }) => {
    expectReference(normalLowerTail(z), lower, special.tolerance);
    expectReference(normalUpperTail(z), upper, special.tolerance);
  });

  // mpmath 1.4.1: erfc(z / sqrt(2)) / 2 at 40 digits.
  test.each([
    [1.99, 0.023295467750211823],
    [2, 0.02275013194817921],
    [37, 5.725571222524577e-300],
    [-1.5, 0.9331927987311419],
  ])('keep their digits on both sides of the change of method and far out, at %s', (z, upper) =>
    expectRelative(normalUpperTail(z), upper, 1e-13),
  );

  test('add up to one', () => {
    for (let z = -6; z <= 6; z += 0.37) expect(normalLowerTail(z) + normalUpperTail(z)).toBeCloseTo(1, 15);
  });

  test('are zero beyond the smallest number, never less', () => {
    expect(normalUpperTail(60)).toBe(0);
    expect(normalLowerTail(60)).toBe(1);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuse %s', (z) => {
    expect(() => normalUpperTail(z)).toThrow(`normalUpperTail needs finite numbers, got ${z}`);
    expect(() => normalLowerTail(z)).toThrow(`normalLowerTail needs finite numbers, got ${z}`);
  });
});
