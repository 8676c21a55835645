import { describe, expect, test } from 'vitest';
import {
  requireCount,
  requireFinite,
  requirePart,
  requirePositive,
  requireProbability,
  requireShare,
} from '../../src/statistics/requirements.ts';

const notNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe('requireCount', () => {
  test.each([0, 1, 2 ** 53 - 1])('lets %s pass', (count) =>
    expect(requireCount('caller', count)).toBe(count),
  );
  test.each([-1, 0.5, 2 ** 53, ...notNumbers])('refuses %s', (count) =>
    expect(() => requireCount('caller', count)).toThrow(
      `caller needs counts that are whole numbers from zero, got ${count}`,
    ),
  );
});

describe('requirePart', () => {
  test.each([
    [0, 0],
    [3, 3],
    [2, 9],
  ])('lets %s of %s pass', (count, base) => expect(requirePart('caller', count, base)).toBe(count));
  test('refuses a part larger than the whole', () =>
    expect(() => requirePart('caller', 4, 3)).toThrow(
      'caller needs a count no larger than its base, got 4 of 3',
    ));
  test('refuses what is no count', () => {
    expect(() => requirePart('caller', -1, 3)).toThrow(/whole numbers/);
    expect(() => requirePart('caller', 1, 3.5)).toThrow(/whole numbers/);
  });
});

describe('requireProbability', () => {
  test.each([1e-300, 0.5, 1 - 1e-16])('lets %s pass', (value) =>
    expect(requireProbability('caller', value)).toBe(value),
  );
  test.each([0, 1, -0.1, 1.1, ...notNumbers])('refuses %s', (value) =>
    expect(() => requireProbability('caller', value)).toThrow(
      `caller needs a probability between zero and one, got ${value}`,
    ),
  );
});

describe('requireShare', () => {
  test.each([0, 0.5, 1])('lets %s pass', (value) => expect(requireShare('caller', value)).toBe(value));
  test.each([-0.1, 1.1, ...notNumbers])('refuses %s', (value) =>
    expect(() => requireShare('caller', value)).toThrow(
      `caller needs a share from zero to one, got ${value}`,
    ),
  );
});

describe('requireFinite', () => {
  test.each([-1e300, 0, 3.5])('lets %s pass', (value) => expect(requireFinite('caller', value)).toBe(value));
  test.each(notNumbers)('refuses %s', (value) =>
    expect(() => requireFinite('caller', value)).toThrow(`caller needs finite numbers, got ${value}`),
  );
});

describe('requirePositive', () => {
  test.each([1e-300, 7])('lets %s pass', (value) => expect(requirePositive('caller', value)).toBe(value));
  test.each([0, -1, ...notNumbers])('refuses %s', (value) =>
    expect(() => requirePositive('caller', value)).toThrow(`caller needs a number above zero, got ${value}`),
  );
});
