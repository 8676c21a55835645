import { describe, expect, it } from 'vitest';
import { passedUpdate } from '../../../src/pipeline/register/clock.ts';
import { runSmall, settingsText } from '../small-programme.ts';

const cutoff = { on: '2025-06-30', time: '' };
const told = (nextUpdate: string | undefined, today?: string) =>
  passedUpdate(nextUpdate, cutoff, today).map(({ value, detail }) => `${value} < ${String(detail)}`);

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

it('a next update that has gone by is told, and the tables are made', async () => {
  const { outcome, problems } = await runSmall({
    'programme.yaml': settingsText({ next_update: '2025-06-29' }),
  });
  expect(problems.map(({ code }) => code)).toEqual(['no-drops', 'update-passed']);
  expect(outcome.published).toBe(true);
});
