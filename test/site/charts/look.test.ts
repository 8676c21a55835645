import { expect, test } from 'vitest';
import { grades } from '../../../src/model/record.ts';
import { fillLook, inSegmentOrder } from '../../../src/site/charts/look.ts';

test('the five grades are drawn in their fixed order, however the table has them', () => {
  const codes = grades.map(({ code }) => code);
  expect(inSegmentOrder([...codes].reverse(), (code) => code)).toEqual(codes);
});

test('the fourth grade and a claim are hatched: never colour alone', () => {
  expect(fillLook('dissatisfied').kind).toBe('hatch');
  expect(fillLook('claimed').kind).toBe('hatch');
});

test('no two grades have the same look', () => {
  const looks = grades.map(({ code }) => JSON.stringify(fillLook(code)));
  expect(new Set(looks).size).toBe(grades.length);
});
