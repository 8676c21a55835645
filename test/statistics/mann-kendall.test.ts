import { describe, expect, test } from 'vitest';
import { mannKendall } from '../../src/statistics/mann-kendall.ts';
import { expectReference, frozen, readReference } from './reference.ts';

interface TrendCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly S: number | null;
  readonly varS: number | null;
  readonly tau_b: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly sen_slope: number | null;
}

const { expected, tolerance } = readReference<readonly TrendCase[]>('trend/mann_kendall.json');

describe('mannKendall', () => {
  test.each(expected)('equals cor.test(method = "kendall", continuity = TRUE) on $name', (one) => {
    const got = mannKendall(frozen(one.x));
    expectReference(
      { S: got?.score, varS: got?.variance, tau_b: got?.tauB, z: got?.z, p: got?.p, sen_slope: got?.slope },
      { S: one.S, varS: one.varS, tau_b: one.tau_b, z: one.z, p: one.p, sen_slope: one.sen_slope },
      tolerance,
    );
  });

  test('turns over with the series', () => {
    const there = mannKendall([3, 1, 4, 1, 5, 9, 2, 6]);
    const back = mannKendall([6, 2, 9, 5, 1, 4, 1, 3]);
    expect(back?.score).toBe(-(there?.score ?? 0));
    expect(back?.slope).toBe(-(there?.slope ?? 0));
    expect(back?.p).toBe(there?.p);
  });

  test('gives p = 1 to a score of zero', () =>
    expect(mannKendall([1, 3, 3, 1])).toMatchObject({ score: 0, z: 0, p: 1 }));

  test('needs three values', () => {
    expect(mannKendall([1, 2])).toBeNull();
    expect(mannKendall([1, 2, 3])?.score).toBe(3);
  });

  test('refuses what is not finite', () => expect(() => mannKendall([1, 2, Number.NaN])).toThrow(/finite/));
});
