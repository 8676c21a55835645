import type { RateWithInterval } from './grade-rates.ts';
import { requireCount } from './requirements.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The two rates of a scale; each null without answers. */
export interface ScaleRates {
  readonly base: number;
  readonly favourable: RateWithInterval | null;
  readonly unfavourable: RateWithInterval | null;
}

/**
 * Rates of a scale.
 *
 * Question: which share answered on the favourable side of an ordered scale (of five answers mostly the top two boxes), and
 * which on the unfavourable side? Beside the whole distribution, never instead of it; not the 好评率 of the five grades, whose
 * third grade is a good one.
 *
 * Method: the answers stand best first; so many of the first are favourable and so many of the last unfavourable, as the scale
 * declares. What lies between them is in the base and in neither rate, so that the two do not add up to one. Each rate with
 * its Wilson interval.
 *
 * Edges: the rates are null without answers; throws for numbers that are no counts, and for sides that meet.
 *
 * @example
 * scaleRates([12, 5, 2, 0, 1], { favourable: 2, unfavourable: 2 }).favourable.share // => 0.85
 * scaleRates([12, 5, 2, 0, 1], { favourable: 2, unfavourable: 2 }).unfavourable.count // => 1
 * scaleRates([0, 0, 0], { favourable: 1, unfavourable: 1 }).favourable // => null
 */
export function scaleRates(
  counts: readonly number[],
  { favourable, unfavourable }: { readonly favourable: number; readonly unfavourable: number },
  confidence = 0.95,
): ScaleRates {
  for (const count of counts) requireCount('scaleRates', count);
  if (favourable + unfavourable > counts.length)
    throw new Error(
      `scaleRates needs sides that do not meet, got ${favourable} and ${unfavourable} of ${counts.length}`,
    );
  const total = (part: readonly number[]) => part.reduce((sum, count) => sum + count, 0);
  const base = total(counts);
  const rate = (part: readonly number[]): RateWithInterval | null => {
    const interval = wilsonInterval(total(part), base, confidence);
    return interval === null ? null : { count: total(part), base, share: total(part) / base, ...interval };
  };
  return {
    base,
    favourable: rate(counts.slice(0, favourable)),
    unfavourable: rate(counts.slice(counts.length - unfavourable)),
  };
}
