import { expect, it } from 'vitest';
import { intervalScale } from '../../../src/site/figures/interval-scale.ts';

it.each([
  { description: 'nothing to draw', highs: [], expected: 0.1 },
  { description: 'an interval that ends at the end of a line', highs: [0.2], expected: 0.2 },
  { description: 'the longest of several', highs: [0.04, 0.31, null], expected: 0.5 },
  { description: 'the whole line', highs: [0.9], expected: 1 },
])('ends the line for $description', ({ highs, expected }) => {
  expect(intervalScale(highs.map((high) => ({ high })))).toBe(expected);
});

it('skips units without a figure', () => {
  expect(intervalScale([undefined, { high: 0.15 }])).toBe(0.2);
});
