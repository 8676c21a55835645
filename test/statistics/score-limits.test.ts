import { describe, expect, test } from 'vitest';
import { scoreLimits } from '../../src/statistics/score-limits.ts';
import { weightedShareInterval } from '../../src/statistics/weighted-share-interval.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { expectReference, readReference } from './reference.ts';

interface Weighted {
  readonly binary: {
    readonly p: number;
    readonly n_eff: number;
    readonly wilson_neff: readonly [number, number];
  };
}

describe('weightedShareInterval', () => {
  test.each(['survey/rake_2x2.json', 'survey/rake_apisrs.json'])(
    'equals Wilson on the effective size in %s',
    (file) => {
      const { expected, tolerance } = readReference<Weighted>(file);
      const { lower, upper } = weightedShareInterval(expected.binary.p, expected.binary.n_eff);
      expectReference([lower, upper], expected.binary.wilson_neff, tolerance);
    },
  );

  test('equals the unweighted interval when every weight is one', () =>
    expect(weightedShareInterval(0.25, 40)).toEqual(wilsonInterval(10, 40)));
});

describe('scoreLimits', () => {
  test('are exact at none and all, for bases that are no whole numbers too', () => {
    expect(scoreLimits(0, 7.3, 0.95).lower).toBe(0);
    expect(scoreLimits(1, 7.3, 0.95).upper).toBe(1);
  });

  test('solve the score equation', () => {
    const { lower, upper } = scoreLimits(0.3, 50, 0.95);
    for (const limit of [lower, upper]) {
      expect(Math.abs(0.3 - limit) / Math.sqrt((limit * (1 - limit)) / 50)).toBeCloseTo(
        1.959963984540054,
        12,
      );
    }
  });

  test('refuse shares, sizes and confidences that are none', () => {
    expect(() => scoreLimits(1.1, 5, 0.95)).toThrow(/share/);
    expect(() => scoreLimits(0.5, 0, 0.95)).toThrow(/above zero/);
    expect(() => scoreLimits(0.5, 5, 1)).toThrow(/probability/);
  });
});
