import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../src/statistics/adjusted-p-values.ts';
import { expectReference, frozen, readReference } from './reference.ts';
import { fc } from '../seeded-checks.ts';

interface AdjustCase {
  readonly p: readonly number[];
  readonly BH: readonly number[];
  readonly holm: readonly number[];
}

const { expected, tolerance } = readReference<readonly AdjustCase[]>('multiplicity/p_adjust.json');

describe('benjaminiHochberg and holm', () => {
  test.each(expected)('equal p.adjust on $p', (one) => {
    expectReference(benjaminiHochberg(frozen(one.p)), one.BH, tolerance);
    expectReference(holm(frozen(one.p)), one.holm, tolerance);
  });

  test('go with their values into any order, and only make p-values larger', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        for (const method of [benjaminiHochberg, holm]) {
          const adjusted = method(values);
          expect(method([...values].reverse())).toEqual([...adjusted].reverse());
          for (const [position, value] of adjusted.entries()) {
            expect(value).toBeGreaterThanOrEqual(values[position] ?? 1);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  test('give nothing for nothing', () => expect([benjaminiHochberg([]), holm([])]).toEqual([[], []]));

  test('refuse what is no p-value', () => {
    expect(() => benjaminiHochberg([0.1, -0.1])).toThrow(/benjaminiHochberg needs a share/);
    expect(() => holm([Number.NaN])).toThrow(/holm needs a share/);
  });
});
