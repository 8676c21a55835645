import { expect, test } from 'vitest';
import { nextStep, type Step } from '../../../src/site/charts/next-step.ts';

const cases: readonly { description: string; step: Step | null; key: string; expected: Step | null }[] = [
  { description: 'begins at the first row', step: null, key: 'ArrowRight', expected: { row: 0, series: 0 } },
  {
    description: 'begins at the last row going left',
    step: null,
    key: 'ArrowLeft',
    expected: { row: 11, series: 0 },
  },
  {
    description: 'begins at the last row with End',
    step: null,
    key: 'End',
    expected: { row: 11, series: 0 },
  },
  {
    description: 'goes right',
    step: { row: 3, series: 1 },
    key: 'ArrowRight',
    expected: { row: 4, series: 1 },
  },
  {
    description: 'stays at the end',
    step: { row: 11, series: 1 },
    key: 'ArrowRight',
    expected: { row: 11, series: 1 },
  },
  {
    description: 'goes down',
    step: { row: 3, series: 1 },
    key: 'ArrowDown',
    expected: { row: 3, series: 2 },
  },
  {
    description: 'stays at the last series',
    step: { row: 3, series: 2 },
    key: 'ArrowDown',
    expected: { row: 3, series: 2 },
  },
  { description: 'goes home', step: { row: 3, series: 2 }, key: 'Home', expected: { row: 0, series: 2 } },
  { description: 'leaves other keys to the page', step: { row: 3, series: 2 }, key: 'Tab', expected: null },
];

test.each(cases)('$description', ({ step, key, expected }) => {
  expect(nextStep(step, key, 12, 3)).toEqual(expected);
});

test('an empty table has no step', () => {
  expect(nextStep(null, 'ArrowRight', 0, 3)).toBeNull();
});
