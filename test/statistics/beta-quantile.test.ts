import { describe, expect, test } from 'vitest';
import { betaLogitQuantile, betaQuantile, betaUpperQuantile } from '../../src/statistics/beta-quantile.ts';
import { betaTails, incompleteBeta } from '../../src/statistics/incomplete-beta.ts';
import { expectReference, expectRelative } from './reference.ts';
import { special } from './special-values.ts';
import { fc } from '../seeded-checks.ts';

describe('betaQuantile', () => {
  test.each(special.expected.qbeta)('equals qbeta($p, $a, $b)', ({ p, a, b, q }) =>
    expectReference(betaQuantile(p, a, b), q, special.tolerance),
  );

  test('turns the incomplete beta function back', () => {
    const shape = fc.double({ min: 0.3, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.0005, max: 0.9995, noNaN: true }), shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        if (x > 1e-6 && x < 1 - 1e-6) expect(incompleteBeta(x, a, b)).toBeCloseTo(p, 8);
      }),
    );
  });

  test('holds with a thousand million cases', () => {
    const x = betaQuantile(0.001, 3e8, 7e8);
    expectRelative(betaTails(x, 3e8, 7e8).lower, 0.001, 1e-9);
  });

  test('finds tails so thin that the first guess is off the scale', () => {
    const far = betaLogitQuantile(1e-200, 400, 2);
    expectRelative(betaTails(1 / (1 + Math.exp(-far)), 400, 2).lower, 1e-200, 1e-9);
    const steep = betaLogitQuantile(1e-280, 3000, 3);
    expectRelative(betaTails(1 / (1 + Math.exp(-steep)), 3000, 3).lower, 1e-280, 1e-9);
  });

  test('follows the power law where x itself is too small a number', () => {
    // I(x; a, 1) = x^a, so that the logit is ln(p) / a for tiny x; and the other way round for b.
    expectRelative(betaLogitQuantile(0.025, 0.001, 1), Math.log(0.025) / 0.001, 1e-12);
    expectRelative(betaLogitQuantile(0.5, 1, 0.0001), -Math.log(0.5) / 0.0001, 1e-12);
    expect(betaQuantile(0.025, 0.001, 1)).toBe(0);
    expect(betaQuantile(0.975, 1, 0.001)).toBe(1);
  });

  test('takes the other tail above one half, however small a shape', () => {
    // Bisection on mpmath's betainc, 50 digits.
    const position = betaLogitQuantile(0.9877569226438866, 0.000014200741456973821, 30.965243329275847);
    expectRelative(position, -871.4584855383007, 1e-9);
    expect(betaLogitQuantile(0.75, 3, 5)).toBe(-betaLogitQuantile(0.25, 5, 3));
  });

  test('has an upper quantile that leaves the tail asked for above it', () => {
    expectRelative(betaTails(betaUpperQuantile(0.001, 7, 900), 7, 900).upper, 0.001, 1e-11);
    expectRelative(betaUpperQuantile(0.3, 7, 9), betaQuantile(0.7, 7, 9), 1e-13);
    expect(() => betaUpperQuantile(1, 2, 2)).toThrow(
      'betaUpperQuantile needs a probability between zero and one, got 1',
    );
  });

  test.each([
    [0, 1, 1],
    [1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, 0],
  ])('refuses p = %s with shapes %s and %s', (p, a, b) => {
    expect(() => betaQuantile(p, a, b)).toThrow(/needs a/);
    expect(() => betaLogitQuantile(p, a, b)).toThrow(/betaLogitQuantile needs a/);
  });
});
