import { describe, expect, it } from 'vitest';
import { chartFiles, ownersOfRow, tableOfChart, type ChartRow } from '../../src/model/chart-file.ts';
import { measures } from '../../src/model/measure.ts';

const chart = (name: string, of = 'programme') => {
  const found = chartFiles.find((one) => one.chart === name && one.of === of);
  if (found === undefined) throw new Error(`no chart ${name}`);
  return found;
};

const row = (changes: Partial<ChartRow>): ChartRow => ({
  subject_kind: 'programme',
  subject_id: 'all',
  period: 'all',
  measure: '',
  question_id: '',
  question_kind: '',
  ...changes,
});

const tax = { subject_kind: 'department', subject_id: 'tax' };

describe('the rows of a chart', () => {
  it.each([
    ['trend', 'programme', row({ period: '2025-Q1', measure: 'found_to_date' }), ['all']],
    ['trend', 'programme', row({ measure: 'found_to_date' }), []],
    ['trend', 'programme', row({ ...tax, period: '2025-Q1', measure: 'found_to_date' }), []],
    ['funnel', 'programme', row({ ...tax, measure: 'on_time_rate' }), ['all']],
    ['funnel', 'programme', row({ measure: 'on_time_rate' }), ['all']],
    ['funnel', 'programme', row({ subject_kind: 'hall', subject_id: 'a', measure: 'on_time_rate' }), []],
    ['time-to-fix', 'department', row({ ...tax, measure: 'confirmed_within_30' }), ['tax']],
    ['time-to-fix', 'department', row({ measure: 'confirmed_within_30' }), 'all'],
    ['periods-found', 'department', row({ ...tax, period: '2025-Q1', measure: 'found_on_year' }), ['tax']],
    [
      'periods-positive-rate',
      'question',
      row({ period: '2025-Q1', measure: 'positive_rate', question_id: 'q' }),
      ['q'],
    ],
    [
      'periods-positive-rate',
      'question',
      row({ ...tax, period: '2025-Q1', measure: 'positive_rate', question_id: 'q' }),
      [],
    ],
    ['distribution', 'question', row({ question_id: 'q' }), ['q']],
    ['grades-by-question', 'programme', row({ question_id: 'q', question_kind: 'grade' }), ['all']],
    ['grades-by-question', 'programme', row({ question_id: 'q', question_kind: 'multiple' }), []],
    ['grades-by-question', 'programme', row({ ...tax, question_id: 'q', question_kind: 'grade' }), []],
    [
      'grades-by-period',
      'question',
      row({ period: '2025-Q1', question_id: 'q', question_kind: 'grade' }),
      ['q'],
    ],
    ['grades-by-period', 'question', row({ question_id: 'q', question_kind: 'grade' }), []],
  ] as const)('%s of a %s takes what belongs to it: %o', (name, of, one, owners) => {
    expect(ownersOfRow(chart(name, of), one)).toEqual(owners);
  });

  it('are of measures that there are', () => {
    const known = new Set(measures.map(({ measure }) => measure));
    expect(chartFiles.flatMap((one) => one.measures ?? []).filter((one) => !known.has(one))).toEqual([]);
  });

  it('are known by the address of their file', () => {
    expect(tableOfChart('data/charts/departments/tax/time-curve.csv')).toBe('curves');
    expect(tableOfChart('data/charts/trend.csv')).toBe('figures');
    expect(tableOfChart('data/departments/tax/figures.csv')).toBeNull();
  });
});
