import { expect, test } from 'vitest';
import { cutLines } from '../../../src/site/charts/cut-lines.ts';

const lines = Object.freeze(['How satisfied', 'are you with', 'the staff?']);

test('a label with room for all its lines keeps them', () => {
  expect(cutLines(lines, 3)).toEqual([...lines]);
  expect(cutLines([], 1)).toEqual([]);
});

test('one with less room says that there is more', () => {
  expect(cutLines(lines, 2)).toEqual(['How satisfied', 'are you with…']);
});

test('one line is always there', () => {
  expect(cutLines(lines, 0)).toEqual(['How satisfied…']);
});
