import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/verify/read-table.ts';
import { withClusters } from '../../../src/verify/recount/clusters.ts';
import { shown } from '../../../src/verify/recount/numbers.ts';

/* What clustering costs a survey rate is counted again from the published counts of the halls. */

const question = { period: 'all', measure: 'positive_rate', question_id: 'overall', status: 'shown' };
const programme: Row = { ...question, subject_kind: 'programme', subject_id: 'all' };
const hall = (name: string, count: number, base = 10): Row => ({
  ...question,
  subject_kind: 'hall',
  subject_id: name,
  count: String(count),
  base: String(base),
});

const five = [hall('a', 8), hall('b', 2), hall('c', 5), hall('d', 9), hall('e', 6)];
const whole = shown({ count: 30, base: 50, value: 0.6 });

describe('withClusters', () => {
  it('widens the interval where answers of one hall resemble each other', () => {
    const effect = withClusters(five, programme, whole);
    // Squares of (count − base × share) are 4, 16, 1, 9, 0; so the variance is (30 / 50²) × 5/4 over 0.24 / 49.
    expect(effect.deff).toBeCloseTo(((30 / 50 ** 2) * (5 / 4)) / (0.24 / 49), 12);
    expect(effect.effective_base).toBeCloseTo(50 / (effect.deff ?? 0), 12);
    expect(effect.low).toBeLessThan(0.46);
    expect(effect.high).toBeGreaterThan(0.72);
  });

  it('says nothing where the halls agree to the last answer: the base that it would be worth has no end', () => {
    expect(
      withClusters(
        five.map((row) => ({ ...row, count: '6' })),
        programme,
        whole,
      ),
    ).toBe(whole);
  });

  it.each([
    ['fewer than five halls', five.slice(0, 4), programme],
    ['another body than the programme', five, { ...programme, subject_kind: 'department' }],
    ['a single period', five, { ...programme, period: '2026-Q1' }],
    ['a measure that is no rate', five, { ...programme, measure: 'mean_score' }],
  ])('says nothing of %s', (_, halls, row) => {
    expect(withClusters(halls, row, whole)).toBe(whole);
  });
});
