import { requireCount, requireShare } from './requirements.ts';

/** What became of each person on the list of those invited (AAPOR Standard Definitions). */
export interface Dispositions {
  /** Complete answers (I). */
  readonly complete: number;
  /** Partial answers (P). */
  readonly partial: number;
  /** Refused and broken off (R). */
  readonly refused: number;
  /** Not reached (NC). */
  readonly notReached: number;
  /** Other (O). */
  readonly other: number;
  /** Unknown whether there is a household or person (UH). */
  readonly unknownHousehold: number;
  /** Unknown, other (UO). */
  readonly unknownOther: number;
}

/** The six AAPOR response rates; each null when its base is 0. */
export interface ResponseRates {
  readonly rate1: number | null;
  readonly rate2: number | null;
  readonly rate3: number | null;
  readonly rate4: number | null;
  readonly rate5: number | null;
  readonly rate6: number | null;
}

/**
 * AAPOR response rates.
 *
 * Question: which share of those invited from a list answered? Rate 1 is the least and needs no assumption, rate 3 counts
 * only the estimated share of the unknown as eligible. Not for open or counter surveys, which have an evaluation rate.
 *
 * Method: AAPOR Standard Definitions, RR1 to RR6; even numbers count partial answers as answers.
 *
 * Edges: null when the base is 0. Throws for numbers that are no counts and an eligible share outside [0, 1].
 *
 * @example
 * responseRates({ complete: 320, partial: 25, refused: 410, notReached: 180, other: 12, unknownHousehold: 90, unknownOther: 40 }, 0.6).rate1 // => 0.297121634169
 * responseRates({ complete: 320, partial: 25, refused: 410, notReached: 180, other: 12, unknownHousehold: 90, unknownOther: 40 }, 0.6).rate3 // => 0.312195121951
 * responseRates({ complete: 0, partial: 0, refused: 0, notReached: 0, other: 0, unknownHousehold: 0, unknownOther: 0 }, 1).rate1 // => null
 */
export function responseRates(dispositions: Dispositions, eligibleShare: number): ResponseRates {
  const { complete, partial, refused, notReached, other, unknownHousehold, unknownOther } = dispositions;
  const unknown = unknownHousehold + unknownOther;
  const known = complete + partial + refused + notReached + other;
  for (const count of [complete, partial, refused, notReached, other, unknownHousehold, unknownOther]) {
    requireCount('responseRates', count);
  }
  requireShare('responseRates', eligibleShare);
  const rate = (answers: number, base: number) => (base === 0 ? null : answers / base);
  return {
    rate1: rate(complete, known + unknown),
    rate2: rate(complete + partial, known + unknown),
    rate3: rate(complete, known + eligibleShare * unknown),
    rate4: rate(complete + partial, known + eligibleShare * unknown),
    rate5: rate(complete, known),
    rate6: rate(complete + partial, known),
  };
}
