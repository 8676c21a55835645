import { expect, test } from 'vitest';
import { columnPlaces } from '../../../src/site/charts/column-places.ts';

const one = { across: 1, down: 1 };

test('cells without spans stand one after another', () => {
  expect(columnPlaces([[one, one, one]])).toEqual([[0, 1, 2]]);
});

test('a cell over two rows pushes the next row on', () => {
  expect(
    columnPlaces([
      [{ across: 1, down: 2 }, { across: 2, down: 1 }, one],
      [one, one, one],
    ]),
  ).toEqual([
    [0, 1, 3],
    [1, 2, 3],
  ]);
});

test('a span past the last row is no matter', () => {
  expect(columnPlaces([[{ across: 1, down: 9 }, one]])).toEqual([[0, 1]]);
});
