import { describe, expect, test } from 'vitest';
import { logGamma } from '../../src/statistics/log-gamma.ts';
import { stirlingError } from '../../src/statistics/stirling-error.ts';
import { expectRelative } from './reference.ts';

describe('logGamma', () => {
  test('gives the logarithms of factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 170; n += 1) {
      factorial *= n;
      expect(Math.abs(logGamma(n + 1) - Math.log(factorial))).toBeLessThan(
        2e-15 * Math.max(1, Math.log(factorial)),
      );
    }
  });

  // mpmath 1.4.1, loggamma at 40 digits.
  test.each([
    [0.5, 0.5723649429247001],
    [1e-10, 23.025850929882733],
    [123.456, 469.6055471299295],
    [1e9, 19723265827.503716],
  ])('equals mpmath at %s', (x, value) => expectRelative(logGamma(x), value, 2e-14));

  test.each([0, -1, Number.NaN])('refuses %s', (x) => expect(() => logGamma(x)).toThrow(/above zero/));
});

describe('stirlingError', () => {
  test('is the same by recurrence and by series where they meet', () => {
    for (const x of [15.999999, 16, 16.000001]) {
      const series =
        1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7) + 1 / (1188 * x ** 9);
      expect(Math.abs(stirlingError(x) - series)).toBeLessThan(1e-15);
    }
  });

  test('refuses zero', () => expect(() => stirlingError(0)).toThrow(/above zero/));
});
