import { describe, expect, test } from 'vitest';
import { shrunkenRates } from '../../src/statistics/shrunken-rates.ts';
import { funnelSets, unitsOf } from './funnel-cases.ts';
import { expectReference, frozen } from './reference.ts';
import { fc } from '../seeded-checks.ts';

const unit = fc
  .integer({ min: 1, max: 400 })
  .chain((base) => fc.record({ count: fc.integer({ min: 0, max: base }), base: fc.constant(base) }));

describe('shrunkenRates', () => {
  test.each(funnelSets)('equals the moment estimates of $name', ({ expected, tolerance }) => {
    const got = shrunkenRates(frozen(unitsOf(expected)));
    expectReference(
      { rate: got?.rate, rho: got?.correlation, weight: got?.weight, units: got?.units },
      {
        rate: expected.theta,
        rho: expected.eb_rho,
        weight: expected.eb_M,
        units: expected.units.map(({ eb, eb_lower, eb_upper }) => ({
          estimate: eb,
          lower: eb_lower,
          upper: eb_upper,
        })),
      },
      tolerance,
    );
  });

  test('lie between the raw and the pooled rate', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (units) => {
        const got = shrunkenRates(units);
        for (const [position, { estimate, lower, upper }] of (got?.units ?? []).entries()) {
          const { count, base } = units[position] ?? { count: 0, base: 1 };
          const ends = [count / base, got?.rate ?? 0];
          expect(estimate).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-12);
          expect(estimate).toBeLessThanOrEqual(Math.max(...ends) + 1e-12);
          for (const limit of [lower, upper]) expect(limit === null || (limit >= 0 && limit <= 1)).toBe(true);
        }
      }),
    );
  });

  test('are the raw rates, without interval at the ends, when units are as unlike as can be', () => {
    const got = shrunkenRates([
      { count: 10, base: 10 },
      { count: 0, base: 10 },
    ]);
    expect(got).toMatchObject({ correlation: 1, weight: 0 });
    expect(got?.units).toEqual([
      { estimate: 1, lower: null, upper: null },
      { estimate: 0, lower: null, upper: null },
    ]);
  });

  test('are the pooled rate where nothing can differ', () => {
    const alike = { estimate: 0.5, lower: null, upper: null };
    expect(shrunkenRates([{ count: 5, base: 10 }])?.units).toEqual([alike]);
    expect(
      shrunkenRates([
        { count: 0, base: 1 },
        { count: 1, base: 1 },
      ])?.units,
    ).toEqual([alike, alike]);
    expect(
      shrunkenRates([
        { count: 0, base: 9 },
        { count: 0, base: 3 },
      ]),
    ).toMatchObject({ rate: 0, correlation: 0 });
    expect(
      shrunkenRates([
        { count: 9, base: 9 },
        { count: 3, base: 3 },
      ]),
    ).toMatchObject({ rate: 1, correlation: 0 });
  });

  test('narrow their intervals with less confidence', () => {
    const units = [
      { count: 38, base: 40 },
      { count: 2, base: 4 },
      { count: 30, base: 40 },
    ];
    expect(shrunkenRates(units, 0.5)?.units[0]?.upper).toBeLessThan(
      shrunkenRates(units)?.units[0]?.upper ?? 0,
    );
  });

  test('are none without units', () => expect(shrunkenRates([])).toBeNull());

  test('refuse units without cases, impossible counts and a confidence of one', () => {
    expect(() => shrunkenRates([{ count: 0, base: 0 }])).toThrow(
      'shrunkenRates needs units with at least one case',
    );
    expect(() => shrunkenRates([{ count: 3, base: 2 }])).toThrow(/got 3 of 2/);
    expect(() => shrunkenRates([], 1)).toThrow(/probability/);
  });
});
