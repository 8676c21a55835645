import type { Interval } from './interval.ts';
import { scoreLimits } from './score-limits.ts';

/**
 * Wilson interval of a weighted share.
 *
 * Question: how far may a weighted share be from the share of everyone, if the answers were a random sample? Not
 * for unweighted counts (`wilsonInterval`); weights do not cure self-selection.
 *
 * Method: Wilson's score interval with Kish's effective size in place of the number of answers.
 *
 * Edges: the lower limit is 0 at share 0, the upper 1 at share 1; throws for an effective size that is not above
 * zero and for a share outside [0, 1].
 *
 * @example
 * weightedShareInterval(0.695620507981523, 77.2381925500953) // => {"lower":0.585766,"upper":0.786938}
 * weightedShareInterval(1.5, 20) // => throws scoreLimits needs a share from zero to one, got 1.5
 */
export function weightedShareInterval(share: number, effectiveSize: number, confidence = 0.95): Interval {
  return scoreLimits(share, effectiveSize, confidence);
}
