import { binomialLowerTail, binomialUpperTail } from './binomial.ts';
import type { Proportion } from './interval.ts';
import { requireCount, requirePart, requireShare } from './requirements.ts';

/** One-sided tail beyond the 99.8 % line; with 40 units about one page in twelve then shows a false alarm. */
const tailBeyondOuterLine = 0.001;

export type Verdict = 'higher' | 'as-expected' | 'lower' | 'too-few';

/**
 * Verdict of a comparison in words.
 *
 * Question: is a unit's rate higher or lower than expected, by more than chance allows? The only statistic that may
 * put words beside a unit; not a statement on causes, nor on small differences.
 *
 * Method: the exact one-sided binomial tail against 0.001, the 99.8 % line of `funnelLimits`, with which it always
 * agrees.
 *
 * Edges: 'too-few' when the base is 0 or below `minimumBase`. Throws when counts are no whole numbers or exceed their
 * base, and for an expected rate outside [0, 1].
 *
 * @example
 * binomialVerdict({ count: 407, base: 531 }, 0.694559585492228, 10) // => "higher"
 * binomialVerdict({ count: 82, base: 142 }, 0.694559585492228, 10) // => "as-expected"
 * binomialVerdict({ count: 2, base: 30 }, 0.694559585492228, 10) // => "lower"
 * binomialVerdict({ count: 5, base: 6 }, 0.694559585492228, 10) // => "too-few"
 */
export function binomialVerdict(observed: Proportion, expectedRate: number, minimumBase: number): Verdict {
  const { count, base } = observed;
  requirePart('binomialVerdict', count, base);
  requireCount('binomialVerdict', minimumBase);
  requireShare('binomialVerdict', expectedRate);
  if (base === 0 || base < minimumBase) return 'too-few';
  if (binomialUpperTail(count, base, expectedRate) < tailBeyondOuterLine) return 'higher';
  if (binomialLowerTail(count, base, expectedRate) < tailBeyondOuterLine) return 'lower';
  return 'as-expected';
}
