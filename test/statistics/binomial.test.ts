import { describe, expect, test } from 'vitest';
import {
  binomialLowerTail,
  binomialProbability,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from '../../src/statistics/binomial.ts';
import { expectReference, expectRelative } from './reference.ts';
import { special } from './special-values.ts';
import { fc } from '../seeded-checks.ts';

const trials = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    x: fc.integer({ min: 0, max: n }),
    rate: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe('the binomial distribution', () => {
  test.each(special.expected.binom)('equals dbinom and pbinom at $x of $n, rate $p', (one) => {
    expectReference(binomialProbability(one.x, one.n, one.p), one.pmf, special.tolerance);
    expectReference(binomialLowerTail(one.x, one.n, one.p), one.cdf, special.tolerance);
    expectReference(binomialUpperTail(one.x, one.n, one.p), one.sf_ge, special.tolerance);
  });

  test.each(special.expected.binom)('equals qbinom at n = $n, rate $p', (one) => {
    // R prints one of its zeros as -0.
    expect([0.001, 0.025].map((p) => binomialQuantile(p, one.n, one.p))).toEqual([
      one.q001 + 0,
      one.q025 + 0,
    ]);
    expect([0.025, 0.001].map((p) => binomialUpperQuantile(p, one.n, one.p))).toEqual([one.q975, one.q999]);
  });

  // mpmath 1.4.1, 40 digits, of the double nearest to the rate.
  test.each([
    [299565259, 0.3, 4.331285451945074e-198, 'lower'],
    [300086948, 0.3, 9.87885443072105e-10, 'upper'],
    [499841886, 0.5, 7.616844680014233e-24, 'lower'],
    [1632, 0.000001, 5.250319476849918e-75, 'upper'],
    [998990005, 0.999, 8.946473743611143e-24, 'lower'],
  ] as const)(
    'has tails right to 1e-12 with a thousand million trials: %s at rate %s',
    (x, rate, value, side) => {
      const tail = side === 'upper' ? binomialUpperTail(x, 1e9, rate) : binomialLowerTail(x - 1, 1e9, rate);
      expectRelative(tail, value, 1e-12);
    },
  );

  test('sums to its tails', () => {
    fc.assert(
      fc.property(trials, ({ n, x, rate }) => {
        let below = 0;
        for (let count = 0; count <= x; count += 1) below += binomialProbability(count, n, rate);
        expect(binomialLowerTail(x, n, rate)).toBeCloseTo(below, 12);
        const overlap = binomialLowerTail(x, n, rate) + binomialUpperTail(x, n, rate) - 1;
        expect(overlap).toBeCloseTo(binomialProbability(x, n, rate), 12);
      }),
    );
  });

  test('has quantiles that are the first count to reach the probability', () => {
    fc.assert(
      fc.property(trials, fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), ({ n, rate }, p) => {
        const count = binomialQuantile(p, n, rate);
        expect(binomialLowerTail(count, n, rate)).toBeGreaterThanOrEqual(p);
        if (count > 0) expect(binomialLowerTail(count - 1, n, rate)).toBeLessThan(p);
        const upper = binomialUpperQuantile(p, n, rate);
        if (upper < n) expect(binomialUpperTail(upper + 1, n, rate)).toBeLessThanOrEqual(p);
        if (upper > 0) expect(binomialUpperTail(upper, n, rate)).toBeGreaterThan(p);
      }),
      { numRuns: 500 },
    );
  });

  test('has quantiles of skewed distributions, where the normal guess is far off', () => {
    const rate = fc.integer({ min: -90, max: -1 }).map((power) => 10 ** (power / 10));
    const tail = fc.integer({ min: -120, max: -1 }).map((power) => 10 ** (power / 10));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), rate, tail, (n, p, probability) => {
        const lower = binomialQuantile(probability, n, p);
        expect(binomialLowerTail(lower, n, p)).toBeGreaterThanOrEqual(probability);
        if (lower > 0) expect(binomialLowerTail(lower - 1, n, p)).toBeLessThan(probability);
        const upper = binomialUpperQuantile(probability, n, p);
        if (upper < n) expect(binomialUpperTail(upper + 1, n, p)).toBeLessThanOrEqual(probability);
        if (upper > 0) expect(binomialUpperTail(upper, n, p)).toBeGreaterThan(probability);
      }),
      { numRuns: 300 },
    );
  });

  test('has quantiles at a thousand million trials', () => {
    const count = binomialQuantile(0.001, 1e9, 0.3);
    expect(binomialLowerTail(count, 1e9, 0.3)).toBeGreaterThanOrEqual(0.001);
    expect(binomialLowerTail(count - 1, 1e9, 0.3)).toBeLessThan(0.001);
  });

  test('is certain at the rates 0 and 1', () => {
    expect([0, 1].map((count) => binomialProbability(count, 1, 0))).toEqual([1, 0]);
    expect([0, 1].map((count) => binomialProbability(count, 1, 1))).toEqual([0, 1]);
    expect(binomialLowerTail(2, 5, 0)).toBe(1);
    expect(binomialLowerTail(2, 5, 1)).toBe(0);
    expect(binomialUpperTail(2, 5, 0)).toBe(0);
    expect(binomialUpperTail(2, 5, 1)).toBe(1);
    expect([binomialQuantile(0.4, 5, 0), binomialQuantile(0.4, 5, 1)]).toEqual([0, 5]);
    expect([binomialUpperQuantile(0.4, 5, 0), binomialUpperQuantile(0.4, 5, 1)]).toEqual([0, 5]);
  });

  test('is certain of nothing with no trials', () => {
    expect(binomialProbability(0, 0, 0.3)).toBe(1);
    expect([binomialLowerTail(0, 0, 0.3), binomialUpperTail(0, 0, 0.3)]).toEqual([1, 1]);
    expect([binomialQuantile(0.3, 0, 0.3), binomialUpperQuantile(0.3, 0, 0.3)]).toEqual([0, 0]);
  });

  test.each([binomialProbability, binomialLowerTail, binomialUpperTail])(
    'refuses what is no count or rate: %o',
    (method) => {
      expect(() => method(6, 5, 0.5)).toThrow(
        `${method.name} needs a count no larger than its base, got 6 of 5`,
      );
      expect(() => method(1, 5, 1.5)).toThrow(`${method.name} needs a share from zero to one, got 1.5`);
    },
  );

  test.each([binomialQuantile, binomialUpperQuantile])(
    'refuses what is no probability, count or rate: %o',
    (method) => {
      expect(() => method(0, 5, 0.5)).toThrow(
        `${method.name} needs a probability between zero and one, got 0`,
      );
      expect(() => method(0.5, 5.5, 0.5)).toThrow(/whole numbers/);
      expect(() => method(0.5, 5, -0.5)).toThrow(/share from zero to one/);
    },
  );
});
