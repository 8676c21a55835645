import { describe, expect, test } from 'vitest';
import { kish } from '../../src/statistics/kish.ts';
import type { Margins, Respondent } from '../../src/statistics/raking.ts';
import { raking } from '../../src/statistics/raking.ts';
import { weightedMean } from '../../src/statistics/weighted-mean.ts';
import type { Tolerance } from './reference.ts';
import { expectReference, frozen, readReference, readRows } from './reference.ts';

interface RakeReference {
  readonly input: { readonly base_weight: string; readonly y: string };
  readonly margins: Margins;
  readonly tolerance: Tolerance;
  readonly expected: {
    readonly weights: readonly number[];
    readonly mean_raked: number;
    readonly se_fixed_weights: number;
    readonly kish: Readonly<Record<string, number>>;
    readonly binary: { readonly rule: string; readonly p: number; readonly n_eff: number };
  };
}

interface MustFail {
  readonly reason: string;
  readonly rows: readonly Respondent[];
  readonly margins: Margins;
}

const read = (name: string) => readReference(`survey/${name}.json`) as unknown as RakeReference;

describe('raking', () => {
  test.each(['rake_2x2', 'rake_apisrs'])('equals survey::rake on %s', (name) => {
    const { input, margins, expected, tolerance } = read(name);
    const rows = readRows(`survey/${name}.csv`);
    const baseWeights = rows.map((row) => Number(row[input.base_weight]));
    const values = rows.map((row) => Number(row[input.y]));
    const weights = raking(frozen(rows), frozen(margins), frozen({ baseWeights }));
    expectReference(weights, expected.weights, tolerance);
    const weighted = (of: readonly number[]) =>
      weightedMean(of.map((value, position) => ({ value, weight: weights[position] ?? 0 })));
    const mean = weighted(values);
    expectReference(
      [mean?.mean, mean?.standardError],
      [expected.mean_raked, expected.se_fixed_weights],
      tolerance,
    );
    const least = Number(expected.binary.rule.replace('y >= ', ''));
    expectReference(
      weighted(values.map((value) => (value >= least ? 1 : 0)))?.mean,
      expected.binary.p,
      tolerance,
    );
    expectReference(kish(weights)?.effectiveSize, expected.binary.n_eff, tolerance);
    expectReference(kish(weights)?.largestOverMean, expected.kish.max_over_mean, tolerance);
  });

  test('is post-stratification with one margin', () => {
    const { expected, tolerance } = readReference<{
      readonly population: Readonly<Record<string, number>>;
      readonly weight: Readonly<Record<string, number>>;
      readonly mean: number;
      readonly kish: { readonly n_eff: number; readonly deff_kish: number };
    }>('survey/poststratify.json');
    const rows = readRows('survey/rake_apisrs.csv');
    const weights = raking(rows, { stype: expected.population });
    expectReference(
      weights,
      rows.map(({ stype = '' }) => expected.weight[stype]),
      tolerance,
    );
    const answers = rows.map(({ api00 }, position) => ({
      value: Number(api00),
      weight: weights[position] ?? 0,
    }));
    expectReference(weightedMean(answers)?.mean, expected.mean, tolerance);
    expectReference(
      [kish(weights)?.effectiveSize, kish(weights)?.designEffect],
      [expected.kish.n_eff, expected.kish.deff_kish],
      tolerance,
    );
  });

  test.each(readReference<readonly MustFail[]>('survey/rake_must_fail.json').expected)(
    'refuses: $reason',
    ({ rows, margins }) => expect(() => raking(rows, margins)).toThrow(/^raking needs/),
  );

  const rows = [
    { age: 'u60', channel: 'hall' },
    { age: '60p', channel: 'online' },
    { age: 'u60', channel: 'online' },
  ];

  test('meets every margin', () => {
    const weights = raking(rows, { age: { u60: 60, '60p': 40 }, channel: { hall: 50, online: 50 } });
    expect(weights.map((weight) => Math.round(weight * 1e9) / 1e9)).toEqual([50, 40, 10]);
  });

  test('says what is wrong', () => {
    const raked = (margins: Margins, options = {}) => raking(rows, margins, options);
    expect(() => raked({ age: { u60: 1, '60p': 1, child: 1 } })).toThrow(
      'raking needs respondents in every category, got none in age "child"',
    );
    expect(() => raked({ age: { u60: 2 } })).toThrow(
      'raking needs a population for every category, got none for age "60p"',
    );
    expect(() => raked({ place: { '': 2 } })).not.toThrow();
    expect(() => raked({ age: { u60: 2, '60p': 0 } })).toThrow(
      'raking of age "60p" needs a number above zero, got 0',
    );
    expect(() => raked({ age: { u60: 1, '60p': 1 }, channel: { hall: 1, online: 2 } })).toThrow(
      'raking needs margins with one total, got 2 for age and 3 for channel',
    );
    expect(() => raked({})).toThrow('raking needs at least one margin');
    expect(() => raked({ age: { u60: 1, '60p': 1 } }, { baseWeights: [1] })).toThrow(
      'raking needs a base weight for each respondent, got 1 for 3',
    );
    expect(() => raked({ age: { u60: 1, '60p': 1 } }, { baseWeights: [1, 0, 1] })).toThrow(
      /above zero, got 0/,
    );
    expect(() => raked({ age: { u60: 1, '60p': 1 } }, { rounds: 0 })).toThrow(
      'raking needs margins that can be met together, got none after 0 rounds',
    );
    expect(() => raking([], { age: { u60: 1 } })).toThrow(/respondents in every category/);
  });

  test('lets totals differ by rounding', () => {
    const margins = { age: { u60: 0.1 + 0.2, '60p': 0.3 }, channel: { hall: 0.2, online: 0.4 } };
    expect(() => raking(rows, margins)).not.toThrow();
  });
});
