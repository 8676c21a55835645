import { confidence } from '../../model/rule.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';

/** What a figure says, as it is counted again. */
export interface Numbers {
  readonly status: string;
  readonly count: number | null;
  readonly base: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly deff: number | null;
  readonly effective_base: number | null;
  /** The p-value of its test, as it is before it is adjusted for the other tests of its page. */
  readonly p: number | null;
}

const nothing = {
  count: null,
  base: null,
  value: null,
  low: null,
  high: null,
  deff: null,
  effective_base: null,
  p: null,
};

/** A figure without numbers, but for those given. */
export function without(status: string, given: Partial<Numbers> = {}): Numbers {
  return { ...nothing, ...given, status };
}

/** A figure with a value. */
export function shown(given: Partial<Numbers>): Numbers {
  return { ...nothing, ...given, status: 'shown' };
}

/** A count of a base. */
export function counted(count: number, base: number | null = null): Numbers {
  return shown({ count, base, value: count });
}

/** A rate with its Wilson interval, or the reason why there is none. */
export function rate(count: number, base: number, smallestBase: number): Numbers {
  if (base === 0) return without('no_cases', { count, base });
  if (base < smallestBase) return without('too_few', { count, base });
  return shareOf(count, base);
}

/** A share with its Wilson interval. */
export function shareOf(count: number, base: number): Numbers {
  const interval = wilsonInterval(count, base, confidence);
  return shown({
    count,
    base,
    value: count / base,
    low: interval?.lower ?? null,
    high: interval?.upper ?? null,
  });
}
