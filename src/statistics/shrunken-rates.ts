import { sum } from 'simple-statistics';
import { betaQuantile, betaUpperQuantile } from './beta-quantile.ts';
import type { Proportion } from './interval.ts';
import { requirePart, requireProbability } from './requirements.ts';

/** A stabilised rate; the limits are null when the units do not differ, or when nothing is shrunken. */
export interface ShrunkenRate {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ShrunkenRates {
  /** The pooled rate. */
  readonly rate: number;
  /** Correlation of two answers of one unit, from 0 (units are alike) to 1. */
  readonly correlation: number;
  /** How many cases the pooled rate counts for in each estimate; null when it is everything. */
  readonly weight: number | null;
  readonly units: readonly ShrunkenRate[];
}

/** Moment estimate from the weighted squares between units (Kleinman 1973). */
function momentCorrelation(units: readonly Proportion[], rate: number): number {
  const bases = sum(units.map(({ base }) => base));
  const degrees = units.length - 1;
  const variance = rate * (1 - rate);
  const room = bases - sum(units.map(({ base }) => base * base)) / bases - degrees;
  if (variance === 0 || room <= 0) return 0;
  const squares = sum(units.map(({ count, base }) => base * (count / base - rate) ** 2));
  return Math.min(1, Math.max(0, (squares / variance - degrees) / room));
}

function shrink(unit: Proportion, rate: number, weight: number, confidence: number): ShrunkenRate {
  const hits = unit.count + weight * rate;
  const misses = unit.base - unit.count + weight * (1 - rate);
  const estimate = hits / (unit.base + weight);
  if (hits === 0 || misses === 0) return { estimate, lower: null, upper: null };
  const tail = (1 - confidence) / 2;
  return { estimate, lower: betaQuantile(tail, hits, misses), upper: betaUpperQuantile(tail, hits, misses) };
}

/**
 * Stabilised (shrunken) rates.
 *
 * Question: what would each unit's rate settle at, if small units borrow from all? Beside the raw count and base, under
 * the label "stabilised estimate"; not a proof of difference.
 *
 * Method: empirical Bayes with a beta-binomial model: correlation by moments (Kleinman 1973), weight M = 1 /
 * correlation - 1, estimate (x + M rate) / (n + M). The interval is that of the beta posterior; it ignores that rate and M
 * are estimated, so it is approximate.
 *
 * Edges: correlation 0 gives every unit the pooled rate, without interval: no detectable difference. Null without
 * units. Throws for units without cases and for counts that exceed their base.
 *
 * @example
 * shrunkenRates([{ count: 38, base: 40 }, { count: 2, base: 4 }, { count: 30, base: 40 }]).units[1].estimate // => 0.687448776
 * shrunkenRates([{ count: 8, base: 10 }, { count: 16, base: 20 }]).weight // => null
 * shrunkenRates([]) // => null
 * shrunkenRates([{ count: 0, base: 0 }]) // => throws shrunkenRates needs units with at least one case, got 0 of 0
 */
export function shrunkenRates(units: readonly Proportion[], confidence = 0.95): ShrunkenRates | null {
  requireProbability('shrunkenRates', confidence);
  for (const { count, base } of units) {
    requirePart('shrunkenRates', count, base);
    if (base === 0)
      throw new Error(`shrunkenRates needs units with at least one case, got ${count} of ${base}`);
  }
  if (units.length === 0) return null;
  const rate = sum(units.map(({ count }) => count)) / sum(units.map(({ base }) => base));
  const correlation = momentCorrelation(units, rate);
  if (correlation === 0) {
    const alike = { estimate: rate, lower: null, upper: null };
    return { rate, correlation, weight: null, units: units.map(() => alike) };
  }
  const weight = 1 / correlation - 1;
  return { rate, correlation, weight, units: units.map((unit) => shrink(unit, rate, weight, confidence)) };
}
