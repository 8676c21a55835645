import { expect, test } from 'vitest';
import { chooseLabels } from '../../../src/site/charts/choose-labels.ts';

const ten = Array.from({ length: 10 }, () => 50);

test('all labels stand where there is room', () => {
  expect(chooseLabels(ten, 900, 14)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('the last label always stands, the others at equal distances from it', () => {
  expect(chooseLabels(ten, 400, 14)).toEqual([1, 3, 5, 7, 9]);
  expect(chooseLabels(ten, 200, 14)).toEqual([0, 3, 6, 9]);
  expect(chooseLabels(ten, 1, 14)).toEqual([9]);
});

test('where fewer than three have room, the first and the last stand', () => {
  const months = Array.from({ length: 72 }, () => 58);
  expect(chooseLabels(months, 200, 43)).toEqual([0, 71]);
  expect(chooseLabels(months, 80, 43)).toEqual([71]);
});

test('one label and none', () => {
  expect(chooseLabels([50], 10, 14)).toEqual([0]);
  expect(chooseLabels([], 10, 14)).toEqual([]);
});
