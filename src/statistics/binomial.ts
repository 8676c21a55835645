import { betaKernel } from './beta-kernel.ts';
import { betaTails } from './incomplete-beta.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requirePart, requireProbability, requireShare } from './requirements.ts';

/** Every function here takes a count, the number of trials and the rate of each trial. */
function requireBinomial(caller: string, count: number, trials: number, rate: number): void {
  requirePart(caller, count, trials);
  requireShare(caller, rate);
}

/**
 * Binomial probability.
 *
 * Question: how probable are exactly `count` successes in `trials`, each with the same rate? Not a tail: a single count
 * is improbable in any large number of trials.
 *
 * Method: Loader's saddle-point form (2000), without factorials; relative error below 1e-12 up to 1e9 trials.
 *
 * Edges: rates 0 and 1 are allowed; 0 when too small for a floating point number. Throws when the counts are not
 * whole numbers with 0 <= count <= trials.
 *
 * @example
 * binomialProbability(3, 10, 0.3) // => 0.266827932
 * binomialProbability(0, 5, 0) // => 1
 * binomialProbability(6, 5, 0.1) // => throws binomialProbability needs a count no larger than its base, got 6 of 5
 */
export function binomialProbability(count: number, trials: number, rate: number): number {
  requireBinomial('binomialProbability', count, trials, rate);
  const misses = trials - count;
  if (rate === 0) return count === 0 ? 1 : 0;
  if (rate === 1) return misses === 0 ? 1 : 0;
  if (count === 0) return Math.exp(trials * Math.log1p(-rate));
  if (misses === 0) return Math.exp(trials * Math.log(rate));
  return (betaKernel(rate, count, misses) / count) * (trials / misses);
}

/**
 * Lower tail of the binomial distribution.
 *
 * Question: how probable are `count` or fewer successes? For "fewer than would be expected"; not one minus the upper
 * tail of the same count, which contains it too.
 *
 * Method: P(X <= x) as an upper beta tail with shapes x + 1 and n - x; relative error below 1e-12 up to 1e9 trials.
 *
 * Edges: 1 at count = trials; rates 0 and 1 are allowed; throws like `binomialProbability`.
 *
 * @example
 * binomialLowerTail(5, 20, 0.3) // => 0.416370829447481
 * binomialLowerTail(300000000, 1000000000, 0.3) // => 0.50001560012554
 * binomialLowerTail(5, 5, 0.3) // => 1
 */
export function binomialLowerTail(count: number, trials: number, rate: number): number {
  requireBinomial('binomialLowerTail', count, trials, rate);
  return count === trials ? 1 : betaTails(rate, count + 1, trials - count).upper;
}

/**
 * Upper tail of the binomial distribution.
 *
 * Question: how probable are `count` or more successes? For "more than would be expected".
 *
 * Method: P(X >= x) as a lower beta tail with shapes x and n - x + 1; relative error below 1e-12 up to 1e9 trials.
 *
 * Edges: 1 at count = 0; rates 0 and 1 are allowed; throws like `binomialProbability`.
 *
 * @example
 * binomialUpperTail(5, 20, 0.3) // => 0.762492221122399
 * binomialUpperTail(0, 20, 0.3) // => 1
 */
export function binomialUpperTail(count: number, trials: number, rate: number): number {
  requireBinomial('binomialUpperTail', count, trials, rate);
  return count === 0 ? 1 : betaTails(rate, count, trials - count + 1).lower;
}

/** The smallest count for which `holds`, which stays true once it is; found from a guess in growing steps. */
function smallestCount(guess: number, trials: number, holds: (count: number) => boolean): number {
  let fails = Math.max(-1, Math.min(trials - 1, guess));
  let succeeds = trials;
  for (let stride = 1; fails >= 0 && holds(fails); stride *= 2) {
    succeeds = fails;
    fails = Math.max(-1, fails - stride);
  }
  for (let stride = 1; succeeds - fails > 1; stride *= 2) {
    const next = Math.min(fails + stride, Math.floor((fails + succeeds) / 2));
    if (holds(next)) succeeds = next;
    else fails = next;
  }
  return succeeds;
}

function normalGuess(z: number, trials: number, rate: number): number {
  return Math.floor(trials * rate + z * Math.sqrt(trials * rate * (1 - rate)));
}

/**
 * Binomial quantile.
 *
 * Question: up to which count lie at least the share `probability` of all outcomes? For limits low in the distribution;
 * for high limits `binomialUpperQuantile` keeps more digits.
 *
 * Method: the smallest x with P(X <= x) >= probability, by exact tails from a normal guess.
 *
 * Edges: throws unless 0 < probability < 1, the trials are a count and the rate is in [0, 1].
 *
 * @example
 * binomialQuantile(0.025, 40, 0.25) // => 5
 * binomialQuantile(0.5, 0, 0.25) // => 0
 * binomialQuantile(1, 40, 0.25) // => throws binomialQuantile needs a probability between zero and one, got 1
 */
export function binomialQuantile(probability: number, trials: number, rate: number): number {
  requireProbability('binomialQuantile', probability);
  requireBinomial('binomialQuantile', 0, trials, rate);
  const guess = normalGuess(normalQuantile(probability), trials, rate);
  return smallestCount(guess, trials, (count) => binomialLowerTail(count, trials, rate) >= probability);
}

/**
 * Upper binomial quantile.
 *
 * Question: above which count does at most the share `tail` of all outcomes lie? For limits high in the distribution.
 *
 * Method: the smallest x with P(X > x) <= tail, by exact tails from a normal guess.
 *
 * Edges: throws unless 0 < tail < 1, the trials are a count and the rate is in [0, 1].
 *
 * @example
 * binomialUpperQuantile(0.001, 40, 0.25) // => 19
 * binomialUpperQuantile(0.001, 5, 1) // => 5
 */
export function binomialUpperQuantile(tail: number, trials: number, rate: number): number {
  requireProbability('binomialUpperQuantile', tail);
  requireBinomial('binomialUpperQuantile', 0, trials, rate);
  const guess = normalGuess(-normalQuantile(tail), trials, rate);
  return smallestCount(guess, trials, (count) => binomialUpperTail(count + 1, trials, rate) <= tail);
}
