/**
 * Whole number of things counted, checked.
 *
 * Question: may this number stand for a count of findings, answers or people? Not for measured values.
 *
 * Method: a safe integer that is not negative (our own convention, pitfalls.md number 25).
 *
 * Edges: throws for negative, fractional, too large, infinite and missing numbers; zero is a count.
 *
 * @example
 * requireCount('wilsonInterval', 7) // => 7
 * requireCount('wilsonInterval', -1) // => throws wilsonInterval needs counts that are whole numbers from zero, got -1
 */
export function requireCount(caller: string, count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new Error(`${caller} needs counts that are whole numbers from zero, got ${count}`);
  }
  return count;
}

/**
 * Part of a whole, checked.
 *
 * Question: may these two counts stand for "count of base"? Not for shares that carry weights.
 *
 * Method: both are counts, and the part is not larger than the whole (pitfalls.md number 25).
 *
 * Edges: throws when the part exceeds the whole or either is no count; nought of nought is allowed.
 *
 * @example
 * requirePart('wilsonInterval', 3, 9) // => 3
 * requirePart('wilsonInterval', 9, 3) // => throws wilsonInterval needs a count no larger than its base, got 9 of 3
 */
export function requirePart(caller: string, count: number, base: number): number {
  requireCount(caller, count);
  requireCount(caller, base);
  if (count > base)
    throw new Error(`${caller} needs a count no larger than its base, got ${count} of ${base}`);
  return count;
}

/**
 * Probability strictly between zero and one, checked.
 *
 * Question: may this number be a confidence level or a tail area? Not for observed shares, which may be 0 or 1.
 *
 * Method: a number with 0 < p < 1 (our own convention).
 *
 * Edges: throws for 0, 1, anything outside and anything that is not a number.
 *
 * @example
 * requireProbability('wilsonInterval', 0.95) // => 0.95
 * requireProbability('wilsonInterval', 95) // => throws wilsonInterval needs a probability between zero and one, got 95
 */
export function requireProbability(caller: string, probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new Error(`${caller} needs a probability between zero and one, got ${probability}`);
  }
  return probability;
}

/**
 * Share from zero to one, checked.
 *
 * Question: may this number be a rate, a target or a response share? Not for percentages.
 *
 * Method: a number with 0 <= share <= 1 (our own convention).
 *
 * Edges: 0 and 1 are shares; throws for anything outside and anything that is not a number.
 *
 * @example
 * requireShare('funnelLimits', 1) // => 1
 * requireShare('funnelLimits', 1.2) // => throws funnelLimits needs a share from zero to one, got 1.2
 */
export function requireShare(caller: string, share: number): number {
  if (!(share >= 0 && share <= 1)) {
    throw new Error(`${caller} needs a share from zero to one, got ${share}`);
  }
  return share;
}

/**
 * Finite number, checked.
 *
 * Question: may this number enter a sum? Not for counts, which have a check of their own.
 *
 * Method: neither infinite nor "not a number" (pitfalls.md, simple-statistics sorts such values in silently).
 *
 * Edges: throws for Infinity, -Infinity and NaN; zero and negative numbers pass.
 *
 * @example
 * requireFinite('meanInterval', -2.5) // => -2.5
 * requireFinite('meanInterval', Infinity) // => throws meanInterval needs finite numbers, got Infinity
 */
export function requireFinite(caller: string, value: number): number {
  if (!Number.isFinite(value)) throw new Error(`${caller} needs finite numbers, got ${value}`);
  return value;
}

/**
 * Number above zero, checked.
 *
 * Question: may this number be a size that something is divided by, such as a shape or degrees of freedom?
 * Not for counts that may be zero.
 *
 * Method: finite and larger than zero (our own convention).
 *
 * Edges: throws for zero, negative and infinite numbers and anything that is not a number.
 *
 * @example
 * requirePositive('studentQuantile', 0.5) // => 0.5
 * requirePositive('studentQuantile', 0) // => throws studentQuantile needs a number above zero, got 0
 */
export function requirePositive(caller: string, value: number): number {
  if (!(Number.isFinite(value) && value > 0))
    throw new Error(`${caller} needs a number above zero, got ${value}`);
  return value;
}
