import { describe, expect, it } from 'vitest';
import { joinedRows } from '../../src/model/joined-rows.ts';

describe('joinedRows', () => {
  it.each([
    {
      description: 'two rows joined by a line feed',
      cells: ['1', 'a', 'b\n2', 'c', 'd'],
      width: 3,
      expected: 2,
    },
    { description: 'by a carriage return', cells: ['1', 'a', 'b\r2', 'c', 'd'], width: 3, expected: 2 },
    {
      description: 'three rows, with a line break after the last',
      cells: ['1', 'a\n2', 'b\n3', 'c\n'],
      width: 2,
      expected: 3,
    },
    { description: 'a row that is right', cells: ['1', 'a\nb', 'c'], width: 3, expected: 1 },
    { description: 'a delimiter too many', cells: ['1', 'a', 'b', 'c', 'd'], width: 3, expected: 1 },
    {
      description: 'a text of two lines elsewhere',
      cells: ['1', 'a\nb', 'c', 'd', 'e'],
      width: 3,
      expected: 1,
    },
    {
      description: 'as many cells as no number of rows has',
      cells: ['1', 'a', 'b\nc', 'd'],
      width: 3,
      expected: 1,
    },
    { description: 'a table of one column', cells: ['1\n2', '3'], width: 1, expected: 1 },
  ])('$description: $expected', ({ cells, width, expected }) => {
    expect(joinedRows(Object.freeze(cells), width)).toBe(expected);
  });
});
