import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import { clusterEffects } from '../../../src/pipeline/summarise/clusters.ts';
import { rateFigure } from '../../../src/pipeline/summarise/make-figure.ts';

const rate = (subject_kind: string, subject_id: string, count: number, base: number): Figure =>
  rateFigure(
    { subject_kind, subject_id, period: 'all', measure: 'positive_rate', question_id: 'overall' },
    count,
    base,
    1,
  );

const halls = (counts: readonly number[]) =>
  counts.map((count, place) => rate('hall', String(place), count, 100));

function programmeOf(counts: readonly number[]): Figure {
  const whole = rate(
    'programme',
    'all',
    counts.reduce((sum, count) => sum + count, 0),
    counts.length * 100,
  );
  return clusterEffects([whole, ...halls(counts)])[0] as Figure;
}

describe('what clustering costs a survey rate', () => {
  it('is a wider interval where halls differ', () => {
    const { deff, effective_base, low, high } = programmeOf([90, 40, 70, 55, 80]);
    expect(deff).toBeGreaterThan(1.5);
    expect(effective_base).toBeCloseTo(500 / (deff ?? 0), 3);
    const plain = rate('programme', 'all', 335, 500);
    expect([(low ?? 0) < (plain.low ?? 0), (high ?? 0) > (plain.high ?? 0)]).toEqual([true, true]);
  });

  it('is not said where the halls agree to the last answer: no table can hold a base without end', () => {
    expect(programmeOf([70, 70, 70, 70, 70])).toMatchObject({ deff: null, effective_base: null });
  });

  it('is not said of fewer than five halls', () => {
    expect(programmeOf([90, 40, 70, 55])).toMatchObject({ deff: null, effective_base: null });
  });
});
