import { describe, expect, test } from 'vitest';
import { chooseAxis, type Unit } from '../../../src/site/charts/choose-axis.ts';
import { fc } from '../../seeded-checks.ts';

describe('chooseAxis', () => {
  const cases: readonly {
    description: string;
    values: number[];
    unit: Unit;
    expected: [number, number, number];
  }[] = [
    {
      description: 'counts end at a round number',
      values: [241, 312],
      unit: 'count',
      expected: [0, 400, 100],
    },
    { description: 'small counts have whole steps', values: [1, 2], unit: 'count', expected: [0, 2, 1] },
    { description: 'no values', values: [], unit: 'count', expected: [0, 1, 1] },
    { description: 'zero alone', values: [0], unit: 'count', expected: [0, 1, 1] },
    { description: 'a value on a tick ends there', values: [400], unit: 'count', expected: [0, 400, 100] },
    {
      description: 'a large share is held against the whole',
      values: [0.97],
      unit: 'share',
      expected: [0, 1, 0.25],
    },
    { description: 'a whole share is not passed', values: [1], unit: 'share', expected: [0, 1, 0.25] },
    {
      description: 'a small share has an axis of its own',
      values: [0.1],
      unit: 'share',
      expected: [0, 0.1, 0.025],
    },
    {
      description: 'below zero only where a value is',
      values: [-30, 40],
      unit: 'score',
      expected: [-40, 40, 20],
    },
  ];
  test.each(cases)('$description', ({ values, unit, expected: [low, high, step] }) => {
    const axis = chooseAxis(values, unit);
    expect(axis.low).toBeCloseTo(low, 12);
    expect(axis.high).toBeCloseTo(high, 12);
    expect(axis.step).toBeCloseTo(step, 12);
  });

  test('reaches around the values where their ups and downs are what matters', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        const { low, high } = chooseAxis(values, 'share', 'around');
        expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(chooseAxis([0.9, 0.96], 'share', 'around').low).toBeCloseTo(0.9, 12);
    // Found by chance: a step too small for any power of ten was no number.
    expect(chooseAxis([5e-324, 0], 'share', 'around')).toEqual({ low: 0, high: 0.25, step: 0.25 });
  });

  test('starts at or below zero, holds every value, and has at most six ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 })), (values) => {
        const { low, high, step } = chooseAxis(values, 'count');
        expect(low).toBe(0);
        expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(Number.isInteger(step)).toBe(true);
        expect(high / step).toBeLessThanOrEqual(5);
      }),
    );
  });
});
