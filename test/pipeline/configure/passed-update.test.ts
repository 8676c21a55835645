import { describe, expect, it } from 'vitest';
import { passedUpdate } from '../../../src/pipeline/configure/passed-update.ts';
import { problemText } from '../../../src/model/problem.ts';
import { runSmall, settingsText } from '../small-programme.ts';

const placeOf = () => ({ row: 9, column: '14' });
const told = (next: string | undefined, today?: string) =>
  passedUpdate(next === undefined ? {} : { next_update: next }, placeOf, '2025-06-30', today).map(
    ({ value, detail }) => `${value} < ${String(detail)}`,
  );

describe('passedUpdate', () => {
  it('tells of a next update before the cut-off', () => {
    expect(told('2025-06-29')).toEqual(['2025-06-29 < 2025-06-30']);
    expect(told('2025-06-30')).toEqual([]);
    expect(told(undefined)).toEqual([]);
  });

  it('tells of one before today, where somebody says what day it is', () => {
    expect(told('2025-07-15')).toEqual([]);
    expect(told('2025-07-15', '2025-07-16')).toEqual(['2025-07-15 < 2025-07-16']);
    expect(told('2025-06-29', '2025-06-01')).toEqual(['2025-06-29 < 2025-06-30']);
  });
});

it('a next update that has gone by, and a low threshold, are told with line and column, and the tables are made', async () => {
  const { outcome, problems } = await runSmall({
    'programme.yaml': settingsText({
      thresholds: '{ smallest_published_base: 5, days_before_survey_closes: 0 }',
      next_update: '2025-06-29',
    }),
  });
  expect(problems.map((problem) => problemText(problem, 'en').where)).toEqual([
    'programme.yaml, row 13, character 40',
    'drops',
    'programme.yaml, row 16, character 14',
  ]);
  expect(outcome.published).toBe(true);
});
