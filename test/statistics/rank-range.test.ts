import { describe, expect, test } from 'vitest';
import { betaQuantile } from '../../src/statistics/beta-quantile.ts';
import { randomBeta } from '../../src/statistics/random-beta.ts';
import { rankRange } from '../../src/statistics/rank-range.ts';
import { seededRandom } from '../../src/statistics/seeded-random.ts';
import { funnelSets, unitsOf } from './funnel-cases.ts';
import { frozen } from './reference.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('seededRandom', () => {
  // The published test values of Mulberry32 with seed 0, of which ours lie half a step higher.
  test('gives the sequence of Mulberry32', () => {
    const random = seededRandom(0);
    const words = draw(3, random).map((value) => value * 2 ** 32 - 0.5);
    expect(words).toEqual([1144304738, 1416247, 958946056]);
  });

  test('gives the same numbers for the same seed, others for another', () => {
    expect(draw(5, seededRandom(42))).toEqual(draw(5, seededRandom(42)));
    expect(draw(5, seededRandom(42))).not.toEqual(draw(5, seededRandom(43)));
    expect(seededRandom(2 ** 32 + 1)()).toBe(seededRandom(1)());
  });

  test('is even over the open interval from 0 to 1', () => {
    const values = draw(20_000, seededRandom(5));
    const bins = new Array<number>(10).fill(0);
    for (const value of values) {
      expect(value > 0 && value < 1).toBe(true);
      const bin = Math.floor(value * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const bin of bins) expect(Math.abs(bin - 2000)).toBeLessThan(200);
  });

  test('refuses a seed that is no count', () =>
    expect(() => seededRandom(0.5)).toThrow(/seededRandom needs/));
});

describe('randomBeta', () => {
  test.each([
    [0.3, 0.4],
    [0.5, 6],
    [1, 1],
    [5, 2],
    [400, 90],
  ])('has the quantiles of Beta(%s, %s)', (a, b) => {
    const random = seededRandom(11);
    const values = draw(8000, () => randomBeta(a, b, random));
    for (const p of [0.025, 0.25, 0.5, 0.75, 0.975]) {
      const quantile = betaQuantile(p, a, b);
      const below = values.filter((value) => value <= quantile).length / values.length;
      expect(Math.abs(below - p)).toBeLessThan(0.02);
    }
  });

  test('is certain at a shape of zero, and refuses less', () => {
    const random = seededRandom(1);
    expect([randomBeta(0, 2, random), randomBeta(2, 0, random)]).toEqual([0, 1]);
    expect(() => randomBeta(-1, 2, random)).toThrow('randomBeta needs shapes from zero, got -1 and 2');
    expect(() => randomBeta(1, -2, random)).toThrow('randomBeta needs shapes from zero, got 1 and -2');
    expect(() => randomBeta(Number.NaN, 2, random)).toThrow(/finite/);
    expect(() => randomBeta(1, Number.POSITIVE_INFINITY, random)).toThrow(/finite/);
  });
});

describe('rankRange', () => {
  test.each(funnelSets)('is repeatable and holds together on $name', ({ expected }) => {
    const units = frozen(unitsOf(expected));
    const ranges = rankRange(units, { seed: 3, draws: 400 });
    expect(ranges).toEqual(rankRange(units, { seed: 3, draws: 400 }));
    for (const { best, worst } of ranges) {
      expect(Number.isInteger(best) && Number.isInteger(worst)).toBe(true);
      expect(best).toBeGreaterThanOrEqual(1);
      expect(worst).toBeLessThanOrEqual(units.length);
      expect(best).toBeLessThanOrEqual(worst);
    }
  });

  test('puts the clearly better in the upper, the clearly worse in the lower and the rest in the middle band', () => {
    const unit = (count: number) => ({ count, base: 1000 });
    const ranges = rankRange([unit(900), unit(500), unit(510), unit(505), unit(100)], { seed: 1 });
    expect(ranges.map(({ band }) => band)).toEqual(['upper', 'middle', 'middle', 'middle', 'lower']);
    expect(ranges[0]).toMatchObject({ best: 1, worst: 1 });
    expect(ranges[4]).toMatchObject({ best: 5, worst: 5 });
  });

  test('lets each unit take every rank when none differs', () =>
    expect(
      rankRange(
        [
          { count: 5, base: 10 },
          { count: 10, base: 20 },
        ],
        { seed: 1 },
      ),
    ).toEqual([
      { best: 1, worst: 2, band: 'middle' },
      { best: 1, worst: 2, band: 'middle' },
    ]));

  test('is wider with more confidence', () => {
    const units = [
      { count: 60, base: 100 },
      { count: 50, base: 100 },
      { count: 40, base: 100 },
      { count: 70, base: 100 },
    ];
    const width = (confidence: number) =>
      rankRange(units, { seed: 9, confidence }).reduce((sum, { best, worst }) => sum + worst - best, 0);
    expect(width(0.99)).toBeGreaterThan(width(0.5));
  });

  test('is empty without units', () => expect(rankRange([], { seed: 1 })).toEqual([]));

  test('refuses no draws, a seed that is no count and units without cases', () => {
    expect(() => rankRange([], { seed: 1, draws: 0 })).toThrow('rankRange needs at least one draw, got 0');
    expect(() => rankRange([], { seed: -1 })).toThrow(/seededRandom needs/);
    expect(() => rankRange([], { seed: 1, confidence: 1 })).toThrow(/probability/);
    expect(() => rankRange([{ count: 0, base: 0 }], { seed: 1 })).toThrow(/at least one case/);
  });

  test('gives every rank to every unit where they differ by less than chance, the first and the last too', () => {
    // Homogeneity chi-squared 6.6 on 19 degrees of freedom: nothing to tell them apart.
    const units = Array.from({ length: 20 }, (_, place) => ({ count: 46 + (place % 10), base: 100 }));
    expect(rankRange(units, { seed: 3, draws: 200 })).toEqual(
      units.map(() => ({ best: 1, worst: 20, band: 'middle' })),
    );
  });
});
