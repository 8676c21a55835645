import { describe, expect, test } from 'vitest';
import { gradeRates } from '../../src/statistics/grade-rates.ts';
import { meanIntervalOfCounts } from '../../src/statistics/mean-interval.ts';
import { multipleChoiceRates } from '../../src/statistics/multiple-choice-rates.ts';
import { expectReference, frozen, readReference } from './reference.ts';

interface Rate {
  readonly x: number;
  readonly p: number | null;
  readonly wilson: readonly [number | null, number | null];
}

interface LikertCase {
  readonly counts: readonly [number, number, number, number, number];
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly se: number | null;
  readonly t_ci: readonly [number | null, number | null];
  readonly top2: Rate;
  readonly haoping: Rate;
  readonly chaping: Rate;
}

const { expected, tolerance } = readReference<readonly LikertCase[]>('survey/likert.json');

function gradesOf([
  veryDissatisfied,
  dissatisfied,
  basicallySatisfied,
  satisfied,
  verySatisfied,
]: LikertCase['counts']) {
  return frozen({ veryDissatisfied, dissatisfied, basicallySatisfied, satisfied, verySatisfied });
}

describe('gradeRates', () => {
  test.each(expected)('gives 好评率, 差评率 and the two best grades of $counts', (one) => {
    const got = gradeRates(gradesOf(one.counts));
    expect(got.base).toBe(one.n);
    for (const [rate, wanted] of [
      [got.positive, one.haoping],
      [got.negative, one.chaping],
      [got.topTwo, one.top2],
    ] as const) {
      expectReference(rate?.share ?? null, wanted.p, tolerance);
      expectReference([rate?.lower ?? null, rate?.upper ?? null], wanted.wilson, tolerance);
      if (rate !== null) expect([rate.count, rate.base]).toEqual([wanted.x, one.n]);
    }
  });

  test('leaves no grade neutral', () => {
    const got = gradeRates(gradesOf([1, 2, 3, 4, 5]));
    expect((got.positive?.count ?? 0) + (got.negative?.count ?? 0)).toBe(got.base);
  });

  test('narrows with less confidence', () => {
    const grades = gradesOf([1, 2, 3, 4, 5]);
    expect(gradeRates(grades, 0.5).positive?.lower).toBeGreaterThan(gradeRates(grades).positive?.lower ?? 1);
  });

  test.each([0, 1, 2, 3, 4])('refuses a count that is none in place %s', (place) => {
    const counts: [number, number, number, number, number] = [1, 1, 1, 1, 1];
    counts[place] = -1;
    expect(() => gradeRates(gradesOf(counts))).toThrow(
      'gradeRates needs counts that are whole numbers from zero, got -1',
    );
  });
});

describe('meanIntervalOfCounts', () => {
  test.each(expected)('equals t.test on the grades 1 to 5 of $counts', (one) => {
    const got = meanIntervalOfCounts(one.counts.map((count, position) => ({ value: position + 1, count })));
    expectReference(
      {
        mean: got?.mean ?? null,
        sd: got?.standardDeviation ?? null,
        se: got?.standardError ?? null,
        t_ci: [got?.lower ?? null, got?.upper ?? null],
      },
      { mean: one.mean, sd: one.sd, se: one.se, t_ci: one.t_ci },
      tolerance,
    );
  });
});

describe('multipleChoiceRates', () => {
  test('have those shown as base, and may add up to more than one', () => {
    const rates = multipleChoiceRates(frozen([6, 5, 0]), 8);
    expect(rates.map((rate) => rate?.share)).toEqual([0.75, 0.625, 0]);
    expect(rates[2]?.lower).toBe(0);
  });

  test('are none when nobody was shown the question', () =>
    expect(multipleChoiceRates([0, 0], 0)).toEqual([null, null]));

  test('refuse more selected than shown, and a base that is no count', () => {
    expect(() => multipleChoiceRates([9], 8)).toThrow(/got 9 of 8/);
    expect(() => multipleChoiceRates([], 1.5)).toThrow(/multipleChoiceRates needs/);
  });
});
