import type { Interval, Proportion } from './interval.ts';
import { requireCount } from './requirements.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Answers in each of the five grades of the public service rating (好差评). */
export interface GradeCounts {
  /** 非常满意 */
  readonly verySatisfied: number;
  /** 满意 */
  readonly satisfied: number;
  /** 基本满意 */
  readonly basicallySatisfied: number;
  /** 不满意 */
  readonly dissatisfied: number;
  /** 非常不满意 */
  readonly veryDissatisfied: number;
}

export interface RateWithInterval extends Proportion, Interval {
  readonly share: number;
}

/** The three rates of the five grades; each null without answers. */
export interface GradeRates {
  readonly base: number;
  readonly positive: RateWithInterval | null;
  readonly negative: RateWithInterval | null;
  readonly topTwo: RateWithInterval | null;
}

function rate(count: number, base: number, confidence: number): RateWithInterval | null {
  const interval = wilsonInterval(count, base, confidence);
  return interval === null ? null : { count, base, share: count / base, ...interval };
}

/**
 * Rates of the five grades.
 *
 * Question: which share rated the service positively (好评率), negatively (差评率), and in the two best grades? Beside
 * the whole distribution, never instead of it; not for scales with a neutral middle.
 *
 * Method: positive are the three best grades, negative the two worst, none is neutral (国办发〔2019〕51号); each rate
 * with its Wilson interval. Positive and negative add up to one.
 *
 * Edges: the rates are null without answers; throws for numbers that are no counts.
 *
 * @example
 * gradeRates({ verySatisfied: 12, satisfied: 5, basicallySatisfied: 2, dissatisfied: 0, veryDissatisfied: 1 }).positive.share // => 0.95
 * gradeRates({ verySatisfied: 12, satisfied: 5, basicallySatisfied: 2, dissatisfied: 0, veryDissatisfied: 1 }).topTwo.count // => 17
 * gradeRates({ verySatisfied: 0, satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, veryDissatisfied: 0 }).negative // => null
 */
export function gradeRates(counts: GradeCounts, confidence = 0.95): GradeRates {
  const { verySatisfied, satisfied, basicallySatisfied, dissatisfied, veryDissatisfied } = counts;
  for (const count of [verySatisfied, satisfied, basicallySatisfied, dissatisfied, veryDissatisfied]) {
    requireCount('gradeRates', count);
  }
  const topTwo = verySatisfied + satisfied;
  const positive = topTwo + basicallySatisfied;
  const negative = dissatisfied + veryDissatisfied;
  const base = positive + negative;
  return {
    base,
    positive: rate(positive, base, confidence),
    negative: rate(negative, base, confidence),
    topTwo: rate(topTwo, base, confidence),
  };
}
