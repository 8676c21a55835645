import { expect, it } from 'vitest';
import { counted } from '../../src/model/counted.ts';

it('is one of one, and several of none and of more', () => {
  expect([0, 1, 2].map((count) => counted(count, 'page'))).toEqual(['0 pages', '1 page', '2 pages']);
  expect(counted(1, 'group of people')).toBe('1 group of people');
  expect(counted(3, 'group of people')).toBe('3 groups of people');
});
