import { describe, expect, it } from 'vitest';
import { compareDrops } from '../../src/model/drop-order.ts';
import { fc } from '../seeded-checks.ts';

describe('compareDrops', () => {
  it.each([
    [
      ['2025-10.csv', '2025-9.csv', '2025-1.csv'],
      ['2025-1.csv', '2025-9.csv', '2025-10.csv'],
    ],
    [
      ['findings-2.csv', 'findings.csv', 'findings-10.xlsx'],
      ['findings.csv', 'findings-2.csv', 'findings-10.xlsx'],
    ],
    [
      ['20251231.csv', '20250930.csv'],
      ['20250930.csv', '20251231.csv'],
    ],
    [
      ['第10期.csv', '第9期.csv'],
      ['第9期.csv', '第10期.csv'],
    ],
    [
      ['a.tsv', 'a.csv'],
      ['a.csv', 'a.tsv'],
    ],
    [
      ['a001.csv', 'a1.csv', 'a01.csv'],
      ['a001.csv', 'a01.csv', 'a1.csv'],
    ],
  ])('puts %j into %j', (names, expected) => {
    expect([...names].sort(compareDrops)).toEqual(expected);
  });

  it('is one order whatever the order before, for any names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab-_.019 第'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 8 }), (names) => {
        const order = [...names].sort(compareDrops);
        expect([...names].reverse().sort(compareDrops)).toEqual(order);
        for (const [place, one] of order.entries())
          for (const other of order.slice(place + 1)) expect(compareDrops(one, other)).toBeLessThan(0);
      }),
    );
  });
});
