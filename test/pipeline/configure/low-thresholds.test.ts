import { describe, expect, it } from 'vitest';
import { lowThresholds } from '../../../src/pipeline/configure/low-thresholds.ts';

const placeOf = ([, rule]: readonly PropertyKey[]) => ({ row: 7, column: String(rule) });

describe('lowThresholds', () => {
  it('tells of each number that protects people less than ours', () => {
    const thresholds = { smallest_published_base: 3, smallest_published_answer: 4, small_unit_base: 29 };
    expect(
      lowThresholds({ thresholds }, placeOf).map(({ value, detail }) => `${value} < ${String(detail)}`),
    ).toEqual([
      'smallest_published_base: 3 < 10',
      'smallest_published_answer: 4 < 5',
      'small_unit_base: 29 < 30',
    ]);
  });

  it('says where each stands', () => {
    expect(lowThresholds({ thresholds: { small_unit_base: 3 } }, placeOf)).toEqual([
      {
        code: 'low-threshold',
        file: 'programme.yaml',
        row: 7,
        column: 'small_unit_base',
        value: 'small_unit_base: 3',
        detail: '30',
      },
    ]);
  });

  it('says nothing of ours, of higher ones, nor of those that protect nobody’s person', () => {
    expect(lowThresholds({}, placeOf)).toEqual([]);
    const thresholds = {
      smallest_published_base: 10,
      small_unit_base: 50,
      smallest_judged_base: 1,
      days_before_survey_closes: 0,
    };
    expect(lowThresholds({ thresholds }, placeOf)).toEqual([]);
  });
});
