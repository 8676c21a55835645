import type { Interval } from './interval.ts';
import { requirePart } from './requirements.ts';
import { scoreLimits } from './score-limits.ts';

/**
 * Wilson score interval of a rate.
 *
 * Question: if a process with one true rate gave `count` of `base`, which rates agree with that? For closure,
 * on-time and satisfaction rates of any size; not for weighted shares (`weightedShareInterval`), and not a
 * statement about people who chose not to answer.
 *
 * Method: Wilson 1927, without continuity correction, as R's prop.test(correct = FALSE); Brown, Cai and DasGupta
 * 2001 for why not the plain (Wald) interval.
 *
 * Edges: null when the base is 0: no cases, no interval. Lower is exactly 0 at 0 of n, upper exactly 1 at n of n.
 * Throws when the counts are not whole numbers with 0 <= count <= base.
 *
 * @example
 * wilsonInterval(7, 10) // => {"lower":0.396778,"upper":0.892209}
 * wilsonInterval(0, 10) // => {"lower":0,"upper":0.277533}
 * wilsonInterval(0, 0) // => null
 * wilsonInterval(11, 10) // => throws wilsonInterval needs a count no larger than its base, got 11 of 10
 */
export function wilsonInterval(count: number, base: number, confidence = 0.95): Interval | null {
  requirePart('wilsonInterval', count, base);
  return base === 0 ? null : scoreLimits(count / base, base, confidence);
}
