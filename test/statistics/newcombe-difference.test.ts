import { describe, expect, test } from 'vitest';
import { newcombeDifference } from '../../src/statistics/newcombe-difference.ts';
import { expectReference, frozen, readReference } from './reference.ts';
import { fc } from '../seeded-checks.ts';

interface DifferenceCase {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly diff: number | null;
  readonly ci: readonly [number | null, number | null];
}

const { expected, tolerance } = readReference<readonly DifferenceCase[]>(
  'proportions/newcombe_difference.json',
);
const proportion = fc
  .integer({ min: 1, max: 5000 })
  .chain((base) => fc.record({ count: fc.integer({ min: 0, max: base }), base: fc.constant(base) }));

describe('newcombeDifference', () => {
  test.each(expected)('equals method 10 at $x1 of $n1 against $x2 of $n2', (one) => {
    const got = newcombeDifference(
      frozen({ count: one.x1, base: one.n1 }),
      frozen({ count: one.x2, base: one.n2 }),
    );
    expectReference(got?.difference ?? null, one.diff, tolerance);
    expectReference([got?.lower ?? null, got?.upper ?? null], one.ci, tolerance);
  });

  test('turns over when the periods are exchanged, and stays within [-1, 1]', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const there = newcombeDifference(one, other);
        const back = newcombeDifference(other, one);
        if (there === null || back === null) throw new Error('there are cases');
        expect(there.lower).toBeCloseTo(-back.upper, 12);
        expect(there.lower).toBeGreaterThanOrEqual(-1);
        expect(there.upper).toBeLessThanOrEqual(1);
        expect(there.difference).toBeGreaterThanOrEqual(there.lower);
        expect(there.difference).toBeLessThanOrEqual(there.upper);
      }),
    );
  });

  test('is null when either period is empty', () => {
    expect(newcombeDifference({ count: 0, base: 0 }, { count: 1, base: 2 })).toBeNull();
    expect(newcombeDifference({ count: 1, base: 2 }, { count: 0, base: 0 })).toBeNull();
  });

  test('narrows with less confidence', () => {
    const one = { count: 30, base: 60 };
    const narrow = newcombeDifference(one, one, 0.5);
    expect(narrow?.upper).toBeLessThan(newcombeDifference(one, one)?.upper ?? 0);
  });

  test('refuses counts that exceed their base', () =>
    expect(() => newcombeDifference({ count: 3, base: 2 }, { count: 1, base: 2 })).toThrow(/got 3 of 2/));
});
