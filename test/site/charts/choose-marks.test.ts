import { expect, test } from 'vitest';
import { chooseMarks } from '../../../src/site/charts/choose-marks.ts';

const mark = (centre: number, width = 16) => ({ centre, width });

test('all numbers stand where none touches another', () => {
  expect(chooseMarks([mark(0), mark(75), mark(150), mark(300)], 14)).toEqual([0, 1, 2, 3]);
});

test('where they would touch, the last and the first stand, and from the end each one between that has room', () => {
  expect(chooseMarks([mark(0, 8), mark(11), mark(22), mark(45), mark(300, 24)], 14)).toEqual([0, 3, 4]);
});

test('a number that is near the last one gives way to it', () => {
  expect(chooseMarks([mark(0, 8), mark(145), mark(285), mark(300)], 14)).toEqual([0, 1, 3]);
});

test('one number and none', () => {
  expect(chooseMarks([mark(0)], 14)).toEqual([0]);
  expect(chooseMarks([], 14)).toEqual([]);
});
