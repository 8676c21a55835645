import { describe, expect, test } from 'vitest';
import { clusterMean } from '../../src/statistics/cluster-mean.ts';
import { clusterShare } from '../../src/statistics/cluster-share.ts';
import { frozen } from './reference.ts';

const halls = frozen([
  { count: 12, base: 40 },
  { count: 3, base: 25 },
  { count: 0, base: 7 },
  { count: 9, base: 9 },
]);

/** The answers of some clusters, one by one. */
function written(clusters: readonly { count: number; base: number }[]) {
  return clusters.flatMap(({ count, base }, place) =>
    Array.from({ length: base }, (_, answer) => ({
      cluster: String(place),
      value: answer < count ? 1 : 0,
      weight: 1,
    })),
  );
}

describe('clusterShare', () => {
  test('equals clusterMean on the answers written out, which is tested against R', () => {
    const expected = clusterMean(written(halls));
    const actual = clusterShare(halls);
    expect(actual?.share).toBeCloseTo(expected?.mean ?? 0, 12);
    expect(actual?.standardError).toBeCloseTo(expected?.standardError ?? 0, 12);
    expect(actual?.designEffect).toBeCloseTo(expected?.designEffect ?? 0, 10);
    expect(actual?.clusters).toBe(4);
  });

  test('does not count clusters without answers', () => {
    expect(clusterShare([...halls, { count: 0, base: 0 }])).toEqual(clusterShare(halls));
  });

  test('has no error with one cluster, and no design effect where all agree or only one answered', () => {
    expect(clusterShare([{ count: 8, base: 10 }])).toEqual({
      share: 0.8,
      clusters: 1,
      standardError: null,
      designEffect: null,
    });
    expect(
      clusterShare([
        { count: 4, base: 4 },
        { count: 6, base: 6 },
      ]),
    ).toMatchObject({
      standardError: 0,
      designEffect: null,
    });
  });

  test('is null without answers, and refuses counts that are none', () => {
    expect(clusterShare([])).toBeNull();
    expect(clusterShare([{ count: 0, base: 0 }])).toBeNull();
    expect(() => clusterShare([{ count: 5, base: 4 }])).toThrow(
      'clusterShare needs a count no larger than its base, got 5 of 4',
    );
    expect(() => clusterShare([{ count: 1, base: 4.5 }])).toThrow(/whole numbers/);
  });
});
