import { describe, expect, test } from 'vitest';
import { gradeRates, type RateWithInterval } from '../../src/statistics/grade-rates.ts';
import { scaleRates } from '../../src/statistics/scale-rates.ts';
import { fc } from '../seeded-checks.ts';
import { expectReference, readReference } from './reference.ts';

interface Rate {
  readonly p: number | null;
  readonly wilson: readonly [number | null, number | null];
}

const { expected, tolerance } = readReference<
  readonly {
    readonly counts: readonly number[];
    readonly n: number;
    readonly top2: Rate;
    readonly chaping: Rate;
  }[]
>('survey/likert.json');

const shareAndLimits = (rate: RateWithInterval | null) =>
  rate === null ? [null, null, null] : [rate.share, rate.lower, rate.upper];

const middle = { favourable: 2, unfavourable: 2 };
const count = fc.nat({ max: 500 });

describe('scaleRates', () => {
  test.each(expected)(
    'gives the two best and the two worst of $counts, the middle in the base alone',
    (one) => {
      const { base, favourable, unfavourable } = scaleRates(one.counts.toReversed(), middle);
      expect(base).toBe(one.n);
      expectReference(shareAndLimits(favourable), [one.top2.p, ...one.top2.wilson], tolerance);
      expectReference(shareAndLimits(unfavourable), [one.chaping.p, ...one.chaping.wilson], tolerance);
    },
  );

  test('serves a scale of any length, and one without a middle', () => {
    expect(scaleRates([5, 4, 3, 2, 1, 1, 0], { favourable: 3, unfavourable: 3 }).favourable?.count).toBe(12);
    const { favourable, unfavourable } = scaleRates([5, 4, 1, 0], middle);
    expect((favourable?.share ?? 0) + (unfavourable?.share ?? 0)).toBe(1);
  });

  test('agrees with the rates of the five grades where three are favourable and two are not', () => {
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), (counts) => {
        const [verySatisfied, satisfied, basicallySatisfied, dissatisfied, veryDissatisfied] = counts;
        const grades = gradeRates({
          verySatisfied,
          satisfied,
          basicallySatisfied,
          dissatisfied,
          veryDissatisfied,
        });
        const scale = scaleRates(counts, { favourable: 3, unfavourable: 2 });
        expect(scale.favourable).toEqual(grades.positive);
        expect(scale.unfavourable).toEqual(grades.negative);
      }),
    );
  });

  test('has no rates without answers', () => {
    expect(scaleRates([0, 0, 0, 0, 0], middle)).toEqual({ base: 0, favourable: null, unfavourable: null });
  });

  test('leaves its input alone', () => {
    expect(() => scaleRates(Object.freeze([1, 2, 3, 4, 5]), Object.freeze({ ...middle }))).not.toThrow();
  });

  test('refuses numbers that are no counts, and sides that meet', () => {
    expect(() => scaleRates([1, -1, 2], middle)).toThrow('scaleRates needs counts that are whole numbers');
    expect(() => scaleRates([1, 1, 2], middle)).toThrow(
      'scaleRates needs sides that do not meet, got 2 and 2 of 3',
    );
  });
});
