import { describe, expect, test } from 'vitest';
import { netPromoterScore } from '../../src/statistics/net-promoter-score.ts';
import { expectReference, frozen, readReference } from './reference.ts';

interface ScoreCase {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly n: number;
  readonly nps: number | null;
  readonly adjusted_wald: readonly [number | null, number | null];
}

const { expected, tolerance } = readReference<readonly ScoreCase[]>('survey/nps.json');

describe('netPromoterScore', () => {
  test.each(expected)('has the adjusted Wald interval at $promoters / $passives / $detractors', (one) => {
    const { promoters, passives, detractors } = one;
    const got = netPromoterScore(frozen({ promoters, passives, detractors }));
    expectReference(
      { nps: got?.score ?? null, adjusted_wald: [got?.lower ?? null, got?.upper ?? null] },
      { nps: one.nps, adjusted_wald: one.adjusted_wald },
      tolerance,
    );
    expect(got?.base ?? 0).toBe(one.n);
  });

  test('stays within -100 and 100', () => {
    expect(netPromoterScore({ promoters: 100, passives: 0, detractors: 0 })?.upper).toBe(100);
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 100 })?.lower).toBe(-100);
  });

  test('narrows with less confidence', () => {
    const counts = { promoters: 5, passives: 3, detractors: 2 };
    expect(netPromoterScore(counts, 0.5)?.lower).toBeGreaterThan(netPromoterScore(counts)?.lower ?? 0);
  });

  test.each(['promoters', 'passives', 'detractors'])('refuses %s that are no count', (key) =>
    expect(() => netPromoterScore({ promoters: 1, passives: 1, detractors: 1, [key]: 1.5 })).toThrow(
      /netPromoterScore needs counts/,
    ),
  );

  test('refuses a confidence of one', () =>
    expect(() => netPromoterScore({ promoters: 1, passives: 1, detractors: 1 }, 1)).toThrow(/probability/));
});
