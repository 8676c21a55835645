import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requireCount, requireProbability } from './requirements.ts';

/** Added to promoters and to detractors each; the base grows by three. */
const addedPerEnd = 0.75;
const addedToBase = 3;

/** Answers from 0 to 10 in three classes: 9 and 10, 7 and 8, 0 to 6. */
export interface RecommendationCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface NetPromoterScore extends Interval {
  readonly base: number;
  readonly score: number;
}

/**
 * Net promoter score with interval.
 *
 * Question: how many more of a hundred would recommend the service than would not? Not without the three shares
 * beside it, and not as a percentage: it runs from -100 to 100.
 *
 * Method: 100 (promoters - detractors) / base, with the adjusted Wald interval of Rocks 2016 (three quarters of an
 * answer added to either end); the plain interval covers too little and vanishes when all agree.
 *
 * Edges: null without answers; limits clamped to [-100, 100]; throws for numbers that are no counts.
 *
 * @example
 * netPromoterScore({ promoters: 5, passives: 3, detractors: 2 }) // => {"base":10,"score":30,"lower":-19.0506,"upper":65.2045}
 * netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }) // => null
 */
export function netPromoterScore(counts: RecommendationCounts, confidence = 0.95): NetPromoterScore | null {
  const { promoters, passives, detractors } = counts;
  for (const count of [promoters, passives, detractors]) requireCount('netPromoterScore', count);
  requireProbability('netPromoterScore', confidence);
  const base = promoters + passives + detractors;
  if (base === 0) return null;
  const size = base + addedToBase;
  const promoterShare = (promoters + addedPerEnd) / size;
  const detractorShare = (detractors + addedPerEnd) / size;
  const centre = promoterShare - detractorShare;
  const variance = (promoterShare + detractorShare - centre * centre) / size;
  const reach = -normalQuantile((1 - confidence) / 2) * Math.sqrt(variance);
  return {
    base,
    score: (100 * (promoters - detractors)) / base,
    lower: Math.max(-100, 100 * (centre - reach)),
    upper: Math.min(100, 100 * (centre + reach)),
  };
}
