import { describe, expect, test } from 'vitest';
import { additiveLimits } from '../../src/statistics/additive-limits.ts';
import type { Overdispersion } from '../../src/statistics/overdispersion.ts';
import { overdispersion } from '../../src/statistics/overdispersion.ts';
import { funnelSets, unitsOf } from './funnel-cases.ts';
import { expectReference, frozen } from './reference.ts';

const scales = funnelSets.flatMap((set) =>
  (['natural', 'arcsine'] as const).map((scale) => ({
    ...set,
    scale,
    of: set.expected[`overdispersion_${scale}`],
  })),
);

function found(dispersion: Overdispersion | null): Overdispersion {
  if (dispersion === null) throw new Error('there is a dispersion');
  return dispersion;
}

describe('overdispersion', () => {
  test.each(scales)('equals FunnelPlotR on $name, $scale scale', ({ expected, scale, of, tolerance }) => {
    const got = found(overdispersion(frozen(unitsOf(expected)), scale));
    expectReference(
      {
        theta: got.rate,
        z: got.z,
        winsorised_z: got.winsorisedZ,
        phi: got.phi,
        tau2: got.betweenVariance,
        z_additive: got.additiveZ,
      },
      {
        theta: expected.theta,
        z: of.z,
        winsorised_z: of.winsorised_z,
        phi: of.phi,
        tau2: of.tau2,
        z_additive: of.z_additive,
      },
      tolerance,
    );
    expectReference(
      [got.homogeneity.chiSquared, got.homogeneity.degreesOfFreedom, got.homogeneity.p],
      [expected.chisq_homogeneity, expected.df, expected.p_homogeneity],
      tolerance,
    );
    expect(got.isOverdispersed).toBe(of.phi > 1 && expected.p_homogeneity < 0.05);
  });

  test.each(scales)(
    'gives the additive limits of $name, $scale scale',
    ({ expected, scale, of, tolerance }) => {
      const got = found(overdispersion(unitsOf(expected), scale));
      for (const [coverage, limits] of [
        [0.95, of.limits95_additive],
        [0.998, of.limits998_additive],
      ] as const) {
        const drawn = expected.units.map(({ n }) => additiveLimits(got, n, coverage));
        expectReference(
          drawn.map(({ lower, upper }) => [lower, upper]),
          limits,
          tolerance,
        );
      }
    },
  );

  test('is on the natural scale unless asked', () =>
    expect(
      overdispersion([
        { count: 1, base: 4 },
        { count: 3, base: 4 },
      ])?.scale,
    ).toBe('natural'));

  test('needs both scatter and a homogeneity test that fails', () => {
    const unit = (count: number) => ({ count, base: 20 });
    expect(overdispersion([8, 12, 8, 12].map(unit))).toMatchObject({ isOverdispersed: false });
    expect(overdispersion([2, 18, 2, 18].map(unit))?.isOverdispersed).toBe(true);
    // One outlier among many: the test fails, the winsorised spread does not.
    const outlier = [20, ...new Array<number>(10).fill(8)].map(unit);
    const got = found(overdispersion(outlier));
    expect([got.homogeneity.p < 0.05, got.phi < 1, got.isOverdispersed]).toEqual([true, true, false]);
  });

  test('cannot be told from one unit, or when all or none succeeded', () => {
    expect(overdispersion([])).toBeNull();
    expect(overdispersion([{ count: 1, base: 2 }])).toBeNull();
    expect(
      overdispersion([
        { count: 0, base: 2 },
        { count: 0, base: 3 },
      ]),
    ).toBeNull();
    expect(
      overdispersion([
        { count: 2, base: 2 },
        { count: 3, base: 3 },
      ]),
    ).toBeNull();
  });

  test('refuses units without cases and impossible counts', () => {
    expect(() => overdispersion([{ count: 0, base: 0 }])).toThrow(
      'overdispersion needs units with at least one case',
    );
    expect(() => overdispersion([{ count: 3, base: 2 }])).toThrow(/got 3 of 2/);
  });
});

describe('additiveLimits', () => {
  test('stay within [0, 1] on both scales', () => {
    const units = [
      { count: 1, base: 50 },
      { count: 10, base: 50 },
      { count: 2, base: 50 },
    ];
    const mirrored = units.map(({ count, base }) => ({ count: base - count, base }));
    for (const scale of ['natural', 'arcsine'] as const) {
      expect(additiveLimits(found(overdispersion(units, scale)), 3, 0.998).lower).toBe(0);
      expect(additiveLimits(found(overdispersion(mirrored, scale)), 3, 0.998).upper).toBe(1);
    }
  });

  test('refuse bases and coverages that are none', () => {
    const got = found(
      overdispersion([
        { count: 1, base: 4 },
        { count: 3, base: 4 },
      ]),
    );
    expect(() => additiveLimits(got, 0, 0.95)).toThrow(/above zero/);
    expect(() => additiveLimits(got, 5, 1)).toThrow(/probability/);
  });
});
