import { quantile } from 'simple-statistics';
import type { Proportion } from './interval.ts';
import { randomBeta } from './random-beta.ts';
import { requireCount, requireProbability } from './requirements.ts';
import { seededRandom } from './seeded-random.ts';
import { shrunkenRates } from './shrunken-rates.ts';

const defaultDraws = 2000;

/** 'upper' and 'lower' are the units whose whole range of ranks lies in the better or the worse half. */
export type Band = 'upper' | 'middle' | 'lower';

/** Rank 1 is the highest rate. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
  readonly band: Band;
}

export interface RankOptions {
  readonly seed: number;
  /** How many simulated rankings (default 2,000). */
  readonly draws?: number;
  /** Confidence of each range (default 0.95). */
  readonly confidence?: number;
}

/** The rank of each rate, 1 for the highest. */
function ranks(rates: readonly number[]): readonly number[] {
  const order = [...rates.keys()].sort((one, other) => (rates[other] as number) - (rates[one] as number));
  const result = new Array<number>(rates.length).fill(0);
  for (const [position, unit] of order.entries()) result[unit] = position + 1;
  return result;
}

function bandOf(best: number, worst: number, units: number): Band {
  const middle = (units + 1) / 2;
  if (worst < middle) return 'upper';
  return best > middle ? 'lower' : 'middle';
}

function rangeOf(simulated: readonly number[], confidence: number, units: number): RankRange {
  const tail = (1 - confidence) / 2;
  const best = Math.floor(quantile([...simulated], tail));
  const worst = Math.ceil(quantile([...simulated], 1 - tail));
  return { best, worst, band: bandOf(best, worst, units) };
}

/**
 * Rank range.
 *
 * Question: which ranks might each unit take, if a ranking must be published at all? In three bands and with the caveat;
 * never as a league table of single ranks.
 *
 * Method: simulation: rates are drawn from each unit's beta posterior (`shrunkenRates`) and ranked; the range
 * holds the middle 95 % of its ranks, ends rounded outwards (after Goldstein and Spiegelhalter 1996). The seed makes
 * it repeatable.
 *
 * Edges: when the units do not differ beyond chance each may take every rank, band 'middle'. No units give no ranges.
 * Throws like `shrunkenRates`, and for fewer than one draw.
 *
 * @example
 * rankRange([{ count: 95, base: 100 }, { count: 20, base: 100 }], { seed: 7 }) // => [{"best":1,"worst":1,"band":"upper"},{"best":2,"worst":2,"band":"lower"}]
 * rankRange([{ count: 8, base: 10 }, { count: 16, base: 20 }], { seed: 7 }) // => [{"best":1,"worst":2,"band":"middle"},{"best":1,"worst":2,"band":"middle"}]
 * rankRange([{ count: 8, base: 10 }], { seed: 7, draws: 0 }) // => throws rankRange needs at least one draw, got 0
 */
export function rankRange(units: readonly Proportion[], options: RankOptions): readonly RankRange[] {
  const { seed, draws = defaultDraws, confidence = 0.95 } = options;
  requireProbability('rankRange', confidence);
  if (requireCount('rankRange', draws) < 1)
    throw new Error(`rankRange needs at least one draw, got ${draws}`);
  const random = seededRandom(seed);
  const model = shrunkenRates(units);
  if (model === null) return [];
  const { rate, weight } = model;
  if (weight === null) return units.map(() => ({ best: 1, worst: units.length, band: 'middle' }));
  const drawOne = ({ count, base }: Proportion) =>
    randomBeta(count + weight * rate, base - count + weight * (1 - rate), random);
  const rankings = Array.from({ length: draws }, () => ranks(units.map(drawOne)));
  return units.map((_, unit) =>
    rangeOf(
      rankings.map((ranking) => ranking[unit] as number),
      confidence,
      units.length,
    ),
  );
}
