import type { Interval } from './interval.ts';
import { requirePart } from './requirements.ts';
import { scoreLimits } from './score-limits.ts';

/** From this base on a rate per 10,000 is not finer than the data. */
const baseForTenThousand = 10_000;

export interface PerMany extends Interval {
  readonly unit: 1000 | 10_000;
  readonly value: number;
}

/**
 * Rate per thousand or ten thousand.
 *
 * Question: how many of a thousand (or ten thousand) were dissatisfied, when nearly all are satisfied and a percentage
 * would always say 99? Not for rates of several per cent.
 *
 * Method: count / base times the unit, with the Wilson interval, on `effectiveBase` where answers lean on each other;
 * per 10,000 when there are at least 10,000 cases and the rate is below one per thousand, else per 1,000.
 *
 * Edges: null when the base is 0; none is 0 with an upper limit, never "no risk". Throws when the counts are not whole
 * numbers with 0 <= count <= base.
 *
 * @example
 * perMany(12, 4000) // => {"unit":1000,"value":3,"lower":1.71699,"upper":5.23669}
 * perMany(12, 4000, 0.95, 1000) // => {"unit":1000,"value":3,"lower":1.02078,"upper":8.78301}
 * perMany(8, 40000).unit // => 10000
 * perMany(0, 0) // => null
 */
export function perMany(
  count: number,
  base: number,
  confidence = 0.95,
  effectiveBase = base,
): PerMany | null {
  requirePart('perMany', count, base);
  if (base === 0) return null;
  const interval = scoreLimits(count / base, effectiveBase, confidence);
  const unit = base >= baseForTenThousand && count * 1000 < base ? 10_000 : 1000;
  return {
    unit,
    value: (count * unit) / base,
    lower: interval.lower * unit,
    upper: interval.upper * unit,
  };
}
