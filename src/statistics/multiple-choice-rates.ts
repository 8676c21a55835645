import type { RateWithInterval } from './grade-rates.ts';
import { requireCount } from './requirements.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * Rates of a multiple-choice question.
 *
 * Question: which share of those who were shown the question chose each option? Shares may add up to more than one,
 * and options are not compared with each other as if different people had answered.
 *
 * Method: selected over shown, option by option, with the Wilson interval.
 *
 * Edges: each rate is null when nobody was shown the question. Throws when counts are no whole numbers or exceed the
 * number shown.
 *
 * @example
 * multipleChoiceRates([6, 3, 0], 8)[0].share // => 0.75
 * multipleChoiceRates([0], 0) // => [null]
 * multipleChoiceRates([9], 8) // => throws wilsonInterval needs a count no larger than its base, got 9 of 8
 */
export function multipleChoiceRates(
  selected: readonly number[],
  shown: number,
  confidence = 0.95,
): readonly (RateWithInterval | null)[] {
  requireCount('multipleChoiceRates', shown);
  return selected.map((count) => {
    const interval = wilsonInterval(count, shown, confidence);
    return interval === null ? null : { count, base: shown, share: count / shown, ...interval };
  });
}
