import { describe, expect, test } from 'vitest';
import { normalLowerTail } from '../../src/statistics/normal-distribution.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';
import { expectReference, expectRelative } from './reference.ts';
import { special } from './special-values.ts';
import { fc } from '../seeded-checks.ts';

describe('normalQuantile', () => {
  test.each(special.expected.qnorm)('equals qnorm($p)', ({ p, q }) =>
    expectReference(normalQuantile(p), q, special.tolerance),
  );

  // mpmath 1.4.1, 40 digits, of the doubles nearest to these decimals.
  test.each([
    [0.975, 1.9599639845400538],
    [0.6, 0.2533471031357997],
    [1e-12, -7.034483825301132],
    [1e-300, -37.0470962993612],
  ])('is right to the last digits at %s', (p, q) => expectRelative(normalQuantile(p), q, 1e-15));

  test('is zero in the middle and odd around it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [0.25, 0.0625, 0.015625]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  });

  test('turns the lower tail back', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantile(normalLowerTail(z)) - z)).toBeLessThan(1e-9);
      }),
    );
  });

  test.each([0, 1, -1, Number.NaN])('refuses %s', (p) =>
    expect(() => normalQuantile(p)).toThrow(/between zero and one/),
  );
});
