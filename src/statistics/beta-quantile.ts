import { betaKernel } from './beta-kernel.ts';
import { betaTails } from './incomplete-beta.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requirePositive, requireProbability } from './requirements.ts';

const mostSteps = 200;
/** Beyond this logit, x or 1 - x is too small a number; there the tails are pure powers of it. */
const reach = 700;

/** Logarithm of the lower tail at a logit, and how fast it grows; -Infinity where the tail is off the scale. */
function logTailAt(position: number, a: number, b: number) {
  const beyond = Math.max(0, Math.abs(position) - reach);
  const smaller = 1 / (1 + Math.exp(Math.min(reach, Math.abs(position))));
  if (position <= 0) {
    const tail = betaTails(smaller, a, b).lower;
    return { logTail: Math.log(tail) - a * beyond, growth: betaKernel(smaller, a, b) / tail };
  }
  const fading = Math.exp(-b * beyond);
  const { lower, upper } = betaTails(smaller, b, a);
  const tail = beyond === 0 ? upper : 1 - lower * fading;
  return { logTail: Math.log(tail), growth: (betaKernel(smaller, b, a) * fading) / tail };
}

/**
 * Logit of a beta quantile.
 *
 * Question: at which ln(x / (1 - x)) has a beta variable with shapes a and b the lower tail `tail`? It keeps the
 * digits of x near 0 and of 1 - x near 1 alike; most callers want `betaQuantile`.
 *
 * Method: Newton's method on the logarithm of the tail, which is concave in the logit, so that after its first step
 * it comes from the left and cannot miss; steps that fall off the scale of numbers are halved.
 *
 * Edges: throws unless 0 < tail < 1 and both shapes are above zero. Above one half the other tail is taken with the
 * shapes exchanged, so a caller who knows the small tail exactly asks for that.
 *
 * @example
 * betaLogitQuantile(0.5, 3, 3) // => 0
 * betaLogitQuantile(0.975, 1, 1) // => 3.66356164612965
 * betaLogitQuantile(0, 1, 1) // => throws betaLogitQuantile needs a probability between zero and one, got 0
 */
export function betaLogitQuantile(tail: number, a: number, b: number): number {
  requireProbability('betaLogitQuantile', tail);
  requirePositive('betaLogitQuantile', a);
  requirePositive('betaLogitQuantile', b);
  if (tail > 0.5) return -betaLogitQuantile(1 - tail, b, a);
  const centre = Math.log(a / b);
  let position = centre + normalQuantile(tail) * Math.sqrt(1 / a + 1 / b);
  for (let count = 0; count < mostSteps; count += 1) {
    const { logTail, growth } = logTailAt(position, a, b);
    if (logTail === Number.NEGATIVE_INFINITY || growth === 0) {
      position = (position + centre) / 2;
      continue;
    }
    const step = (logTail - Math.log(tail)) / growth;
    position -= step;
    if (Math.abs(step) <= 2 * Number.EPSILON * Math.max(1, Math.abs(position))) break;
  }
  return position;
}

/**
 * Beta quantile.
 *
 * Question: below which x does the share `probability` of a beta distribution with shapes a and b lie? For exact and
 * Bayesian intervals of rates; not where 1 - x must keep its digits (`betaLogitQuantile`).
 *
 * Method: see `betaLogitQuantile`.
 *
 * Edges: 0 or 1 where the quantile is nearer to them than numbers reach; throws unless 0 < probability < 1 and both
 * shapes are above zero.
 *
 * @example
 * betaQuantile(0.975, 500, 2000) // => 0.215901327129671
 * betaQuantile(0.025, 0.5, 0.5) // => 0.00154133313343601
 * betaQuantile(1, 2, 2) // => throws betaQuantile needs a probability between zero and one, got 1
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireProbability('betaQuantile', probability);
  return 1 / (1 + Math.exp(-betaLogitQuantile(probability, a, b)));
}

/**
 * Upper beta quantile.
 *
 * Question: above which x does the share `tail` of a beta distribution with shapes a and b lie? For the upper end of exact
 * and Bayesian intervals: a small `tail` keeps the digits that 1 - tail would lose.
 *
 * Method: see `betaLogitQuantile`, with the shapes exchanged.
 *
 * Edges: 0 or 1 where the quantile is nearer to them than numbers reach; throws unless 0 < tail < 1 and both shapes are
 * above zero.
 *
 * @example
 * betaUpperQuantile(0.025, 500, 2000) // => 0.215901327129671
 * betaUpperQuantile(0.025, 1, 1e9) // => 3.68887944731e-9
 * betaUpperQuantile(0, 2, 2) // => throws betaUpperQuantile needs a probability between zero and one, got 0
 */
export function betaUpperQuantile(tail: number, a: number, b: number): number {
  requireProbability('betaUpperQuantile', tail);
  return 1 / (1 + Math.exp(betaLogitQuantile(tail, b, a)));
}
