import { quantile, sum } from 'simple-statistics';
import { chiSquaredUpperTail } from './chi-squared.ts';
import type { Proportion } from './interval.ts';
import { requirePart } from './requirements.ts';

/** z values beyond these shares of all z values are drawn in to them, so that a few real outliers do not widen all. */
const winsoriseFrom = 0.1;
const winsoriseTo = 0.9;
const homogeneityLevel = 0.05;

/** On which scale rates are compared: as they are, or as arcsine square roots, which have an even variance. */
export type RateScale = 'natural' | 'arcsine';

export interface Overdispersion {
  readonly scale: RateScale;
  /** The pooled rate. */
  readonly rate: number;
  readonly z: readonly number[];
  readonly winsorisedZ: readonly number[];
  /** z with the variance between units added to that of chance. */
  readonly additiveZ: readonly number[];
  /** Mean square of the winsorised z: 1 when only chance is at work. */
  readonly phi: number;
  /** Variance between units beyond chance (tau squared). */
  readonly betweenVariance: number;
  readonly homogeneity: {
    readonly chiSquared: number;
    readonly degreesOfFreedom: number;
    readonly p: number;
  };
  /** Whether the limits have to be widened (`additiveLimits`). */
  readonly isOverdispersed: boolean;
}

function scaled(rate: number, scale: RateScale): number {
  return scale === 'natural' ? rate : Math.asin(Math.sqrt(rate));
}

function chanceVariance(rate: number, base: number, scale: RateScale): number {
  return scale === 'natural' ? (rate * (1 - rate)) / base : 1 / (4 * base);
}

function winsorised(z: readonly number[]): readonly number[] {
  const low = quantile([...z], winsoriseFrom);
  const high = quantile([...z], winsoriseTo);
  return z.map((value) => Math.min(high, Math.max(low, value)));
}

/** DerSimonian and Laird's moment estimate, with the winsorised spread. */
function varianceBetween(phi: number, variances: readonly number[]): number {
  const weights = variances.map((variance) => 1 / variance);
  const totalWeight = sum(weights);
  const spread = totalWeight - sum(weights.map((weight) => weight * weight)) / totalWeight;
  const units = variances.length;
  return Math.max(0, (units * phi - (units - 1)) / spread);
}

function homogeneity(units: readonly Proportion[], rate: number) {
  const chiSquared = sum(
    units.map(({ count, base }) => (count / base - rate) ** 2 / chanceVariance(rate, base, 'natural')),
  );
  const degreesOfFreedom = units.length - 1;
  return { chiSquared, degreesOfFreedom, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
}

/**
 * Over-dispersion of rates.
 *
 * Question: do the rates of the units scatter more than chance alone lets them, so that funnel limits would flag too
 * many? Not a comparison of any one unit.
 *
 * Method: z values against the pooled rate, winsorised at the 10th and 90th percentile (type 7); phi is their mean
 * square, the variance between units follows from it (Spiegelhalter 2005; FunnelPlotR). Limits are widened when phi
 * exceeds 1 and the chi-squared test of homogeneity gives p < 0.05.
 *
 * Edges: null for fewer than two units and when the pooled rate is 0 or 1. Throws for units without cases and for
 * counts that exceed their base.
 *
 * @example
 * overdispersion([{ count: 30, base: 40 }, { count: 10, base: 40 }, { count: 20, base: 40 }]).phi // => 4.266666667
 * overdispersion([{ count: 3, base: 3 }, { count: 4, base: 4 }]) // => null
 * overdispersion([{ count: 0, base: 0 }]) // => throws overdispersion needs units with at least one case, got 0 of 0
 */
export function overdispersion(
  units: readonly Proportion[],
  scale: RateScale = 'natural',
): Overdispersion | null {
  for (const { count, base } of units) {
    requirePart('overdispersion', count, base);
    if (base === 0)
      throw new Error(`overdispersion needs units with at least one case, got ${count} of ${base}`);
  }
  const rate = sum(units.map(({ count }) => count)) / sum(units.map(({ base }) => base));
  if (units.length < 2 || rate === 0 || rate === 1) return null;
  const variances = units.map(({ base }) => chanceVariance(rate, base, scale));
  const gaps = units.map(({ count, base }) => scaled(count / base, scale) - scaled(rate, scale));
  const z = gaps.map((gap, unit) => gap / Math.sqrt(variances[unit] as number));
  const winsorisedZ = winsorised(z);
  const phi = sum(winsorisedZ.map((value) => value * value)) / units.length;
  const betweenVariance = varianceBetween(phi, variances);
  const test = homogeneity(units, rate);
  return {
    scale,
    rate,
    z,
    winsorisedZ,
    additiveZ: gaps.map((gap, unit) => gap / Math.sqrt((variances[unit] as number) + betweenVariance)),
    phi,
    betweenVariance,
    homogeneity: test,
    isOverdispersed: phi > 1 && test.p < homogeneityLevel,
  };
}
