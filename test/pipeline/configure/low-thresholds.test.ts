import { describe, expect, it } from 'vitest';
import { lowThresholds } from '../../../src/pipeline/configure/low-thresholds.ts';

describe('lowThresholds', () => {
  it('tells of each number that protects people less than ours', () => {
    const thresholds = { smallest_published_base: 3, smallest_published_answer: 4, small_unit_base: 29 };
    expect(lowThresholds({ thresholds }).map(({ value, detail }) => `${value} < ${String(detail)}`)).toEqual([
      'smallest_published_base: 3 < 10',
      'smallest_published_answer: 4 < 5',
      'small_unit_base: 29 < 30',
    ]);
  });

  it('says nothing of ours, of higher ones, nor of those that protect nobody’s person', () => {
    expect(lowThresholds({})).toEqual([]);
    const thresholds = {
      smallest_published_base: 10,
      small_unit_base: 50,
      smallest_judged_base: 1,
      days_before_survey_closes: 0,
    };
    expect(lowThresholds({ thresholds })).toEqual([]);
  });
});
