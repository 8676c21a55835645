import { additiveLimits } from './additive-limits.ts';
import { binomialVerdict, type Verdict } from './binomial-verdict.ts';
import { funnelLimits } from './funnel-limits.ts';
import type { Interval, Proportion } from './interval.ts';
import { overdispersion, type Overdispersion } from './overdispersion.ts';

/** How much lies within the outer line of a funnel; beyond it words are put beside a unit. */
const outerCoverage = 0.998;

/** All units of a kind together, against which each is held. */
export interface FunnelField {
  /** The pooled rate. */
  readonly rate: number;
  /** Null where chance alone explains how the units scatter. */
  readonly dispersion: Overdispersion | null;
}

/**
 * The field of a funnel.
 *
 * Question: against what is each of several units held? Not for units that measure different things.
 *
 * Method: the rate of all of them together, and their over-dispersion where they scatter more than chance (`overdispersion`).
 *
 * Edges: null for fewer than two units: there is nothing to compare. Throws for units without cases.
 *
 * @example
 * funnelField([{ count: 21, base: 40 }, { count: 19, base: 40 }]) // => {"rate":0.5,"dispersion":null}
 * funnelField([{ count: 21, base: 40 }]) // => null
 */
export function funnelField(units: readonly Proportion[]): FunnelField | null {
  if (units.length < 2) return null;
  const total = (key: keyof Proportion) => units.reduce((sum, unit) => sum + unit[key], 0);
  const dispersion = overdispersion(units);
  return {
    rate: total('count') / total('base'),
    dispersion: dispersion?.isOverdispersed ? dispersion : null,
  };
}

/**
 * The limits of a field at a base.
 *
 * Question: between which rates would a unit of this base lie if it were like the others?
 *
 * Method: `funnelLimits`, or `additiveLimits` where the units scatter more than chance.
 *
 * Edges: null when the base is 0 and chance alone is at work; those of the two methods else.
 *
 * @example
 * fieldLimits({ rate: 0.05, dispersion: null }, 20, 0.998) // => {"lower":0,"upper":0.285059878652433}
 */
export function fieldLimits(field: FunnelField, base: number, coverage: number): Interval | null {
  return field.dispersion === null
    ? funnelLimits(base, field.rate, coverage)
    : additiveLimits(field.dispersion, base, coverage);
}

/**
 * Verdict of a comparison with a field, in words.
 *
 * Question: is a unit's rate higher or lower than that of the field, by more than its units scatter anyway?
 *
 * Method: the exact tail (`binomialVerdict`), or the widened 99.8 % line where the units scatter more than chance.
 *
 * Edges: 'too-few' below `minimumBase`.
 *
 * @example
 * fieldVerdict({ count: 2, base: 30 }, { rate: 0.69, dispersion: null }, 10) // => "lower"
 * fieldVerdict({ count: 5, base: 6 }, { rate: 0.69, dispersion: null }, 10) // => "too-few"
 */
export function fieldVerdict(unit: Proportion, field: FunnelField, minimumBase: number): Verdict {
  if (field.dispersion === null || unit.base < minimumBase)
    return binomialVerdict(unit, field.rate, minimumBase);
  const { lower, upper } = additiveLimits(field.dispersion, unit.base, outerCoverage);
  const rate = unit.count / unit.base;
  if (rate > upper) return 'higher';
  return rate < lower ? 'lower' : 'as-expected';
}
