import { describe, expect, test } from 'vitest';
import { clusterMean } from '../../src/statistics/cluster-mean.ts';
import { meanInterval } from '../../src/statistics/mean-interval.ts';
import { weightedMean } from '../../src/statistics/weighted-mean.ts';
import { expectReference, frozen, readReference, readRows } from './reference.ts';

describe('weightedMean', () => {
  test('is the plain mean with its plain standard error when every weight is the same', () => {
    const values = [3, 1, 4, 1, 5];
    const got = weightedMean(values.map((value) => ({ value, weight: 7 })));
    expect(got?.mean).toBeCloseTo(meanInterval(values)?.mean ?? 0, 14);
    expect(got?.standardError).toBeCloseTo(meanInterval(values)?.standardError ?? 0, 14);
  });

  test('is none without answers, and has no error for one', () => {
    expect(weightedMean([])).toBeNull();
    expect(weightedMean([{ value: 3, weight: 2 }])).toEqual({ mean: 3, standardError: null });
  });

  test('refuses weights below zero, not finite or all zero, and values that are not finite', () => {
    expect(() => weightedMean([{ value: 1, weight: -1 }])).toThrow(
      'weightedMean needs weights from zero, got -1',
    );
    expect(() => weightedMean([{ value: 1, weight: Number.NaN }])).toThrow(/finite/);
    expect(() => weightedMean([{ value: Number.NaN, weight: 1 }])).toThrow(/finite/);
    expect(() => weightedMean([{ value: 1, weight: 0 }])).toThrow(
      'weightedMean needs at least one weight above zero',
    );
  });
});

describe('clusterMean', () => {
  test('equals svymean on survey::apiclus1', () => {
    const { expected, tolerance } =
      readReference<Readonly<Record<string, number>>>('survey/cluster_mean.json');
    const answers = readRows('survey/cluster_mean.csv').map(({ cluster = '', w, y }) => ({
      cluster,
      weight: Number(w),
      value: Number(y),
    }));
    const got = clusterMean(frozen(answers));
    expectReference(
      {
        mean: got?.mean,
        se: got?.standardError,
        deff: got?.designEffect,
        clusters: got?.clusters,
        naive_se: got?.naiveStandardError,
      },
      expected,
      tolerance,
    );
  });

  test('has a design effect of one when every answer is its own cluster', () => {
    const got = clusterMean([1, 4, 2, 8].map((value) => ({ cluster: String(value), value, weight: 1 })));
    expect(got?.designEffect).toBeCloseTo(1, 14);
  });

  test('has no standard error for one cluster, no design effect when all agree', () => {
    const answer = (cluster: string, value: number) => ({ cluster, value, weight: 1 });
    expect(clusterMean([answer('A', 1), answer('A', 2)])).toMatchObject({
      clusters: 1,
      standardError: null,
      designEffect: null,
    });
    expect(clusterMean([answer('A', 2), answer('B', 2)])).toMatchObject({
      standardError: 0,
      designEffect: null,
    });
    expect(clusterMean([answer('A', 2)])).toMatchObject({ naiveStandardError: null, designEffect: null });
    expect(clusterMean([])).toBeNull();
  });
});
