import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.ts';
import { countsOfRate, rateAndBase } from '../../../src/verify/attack/rates.ts';
import { fc } from '../../seeded-checks.ts';

interface Leak {
  readonly n: number;
  readonly pct: number;
  readonly digits: number;
  readonly possible_counts: readonly number[];
}

const leaks = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../reference/sdc/percent_leak.json'), 'utf8'),
) as { readonly expected: readonly Leak[] };

describe('countsOfRate', () => {
  it.each(leaks.expected)('finds the counts behind $pct % of $n', ({ n, pct, digits, possible_counts }) => {
    const { low, high } = countsOfRate(pct / 100, n, 10 ** (-digits - 2));
    const counts = Array.from({ length: high - low + 1 }, (_, place) => low + place);
    expect(counts).toEqual(possible_counts);
  });
});

describe('rateAndBase', () => {
  it('finds count and base of any published interval of a small group', () => {
    const published = (value = 0) => Math.round(value * 1e6) / 1e6;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (base, share) => {
          const count = Math.round(base * share);
          const { lower, upper } = wilsonInterval(count, base) ?? {};
          expect(rateAndBase(published(lower), published(upper))).toEqual({ count, base });
        },
      ),
    );
  });

  it.each([
    [0.9, 0.1],
    [0, 1],
    [-0.1, 0.5],
    [0.5, 0.5],
  ])('finds nothing behind %d–%d', (low, high) => {
    expect(rateAndBase(low, high)).toBeNull();
  });
});
