import { describe, expect, it } from 'vitest';
import { contrastFigures } from '../../../src/pipeline/summarise/contrast.ts';
import { rankFigures } from '../../../src/pipeline/summarise/rank.ts';
import { funnelSets } from '../../statistics/funnel-cases.ts';
import { unitRate } from './some-figures.ts';

describe('rankFigures', () => {
  const departments = funnelSets.find(({ name }) => name === 'departments20')?.expected;
  const units = departments?.units.map(({ unit, x, n }) => unitRate('department', unit, x, n)) ?? [];

  it('gives the stabilised estimate of R beside the raw count and base', () => {
    const rates = rankFigures(units).filter(({ measure }) => measure === 'on_time_rate_stabilised');
    expect(rates).toHaveLength(units.length);
    for (const [place, { x, n, eb, eb_lower, eb_upper }] of (departments?.units ?? []).entries()) {
      expect(rates[place]).toMatchObject({ count: x, base: n, status: 'shown' });
      expect(rates[place]?.value).toBeCloseTo(eb, 6);
      expect(rates[place]?.low).toBeCloseTo(eb_lower ?? 0, 6);
      expect(rates[place]?.high).toBeCloseTo(eb_upper ?? 1, 6);
    }
  });

  it('gives a range of ranks and a band, never a single rank', () => {
    const ranks = rankFigures([
      unitRate('department', 'a', 95, 100),
      unitRate('department', 'b', 20, 100),
    ]).filter(({ measure }) => measure === 'on_time_rate_rank');
    expect(ranks).toMatchObject([
      { subject_id: 'a', value: null, low: 1, high: 1, base: 2, band: 'upper' },
      { subject_id: 'b', value: null, low: 2, high: 2, base: 2, band: 'lower' },
    ]);
  });

  it('ranks departments with cases only', () => {
    expect(rankFigures([unitRate('hall', 'a', 5, 9), unitRate('department', 'b', 0, 0)])).toEqual([]);
  });

  it('gives the same ranges every time', () => {
    expect(rankFigures(units)).toEqual(rankFigures(units));
  });
});

describe('contrastFigures', () => {
  const times = (subject_id: string, days: readonly number[]) =>
    days.map((day) => ({ subject_kind: 'channel', subject_id, period: 'all', day, events: 4, censored: 0 }));

  it('tests the groups that are large enough, by log-rank', () => {
    // R: survdiff on 12 events a group at days 3, 6, 9 and 20, 30, 40: the groups never meet.
    const [channel, severity] = contrastFigures(
      [...times('online', [3, 6, 9]), ...times('onsite', [20, 30, 40]), ...times('survey', [1])],
      10,
    );
    expect(channel).toMatchObject({ measure: 'pace_by_channel', status: 'shown', base: 24 });
    expect(channel?.p_adjusted).toBeLessThan(0.0001);
    expect(severity).toMatchObject({ status: 'no_cases' });
  });

  it('says too few with one large group, and not estimable without any event', () => {
    expect(contrastFigures(times('online', [3, 6, 9]), 10)[0]).toMatchObject({ status: 'too_few' });
    const open = [...times('online', [3, 6, 9]), ...times('onsite', [20, 30, 40])].map((row) => ({
      ...row,
      events: 0,
      censored: 4,
    }));
    expect(contrastFigures(open, 10)[0]).toMatchObject({ status: 'not_estimable', value: null });
  });
});
