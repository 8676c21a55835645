import { requirePositive } from './requirements.ts';

/** Between these relative differences the series keeps digits that the plain formula loses. */
const seriesFrom = -0.5;
const seriesTo = 1;

/** u - ln(1 + u) through the series of the inverse hyperbolic tangent. */
function smallDifference(relative: number): number {
  const ratio = relative / (2 + relative);
  const square = ratio * ratio;
  let power = 1;
  let sum = 0;
  for (let odd = 3; power > Number.EPSILON / 4; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return ratio * relative - 2 * ratio * square * sum;
}

/**
 * Saddle-point deviance.
 *
 * Question: how improbable, on the logarithmic scale, is `observed` when `expected` was to be expected? It is the
 * part of a binomial or gamma probability that grows with the distance; not a test statistic by itself.
 *
 * Method: observed ln(observed / expected) + expected - observed (Loader 2000, function D0), computed from the
 * difference `expected - observed`, which the caller knows more exactly than the two numbers show.
 *
 * Edges: 0 when the two agree; throws unless `observed` and `expected` are above zero.
 *
 * @example
 * saddlePointDeviance({ observed: 8, expected: 10, difference: 2 }) // => 0.214851589486322
 * saddlePointDeviance({ observed: 8, expected: 8, difference: 0 }) // => 0
 * saddlePointDeviance({ observed: 0, expected: 1, difference: 1 }) // => throws saddlePointDeviance needs a number above zero, got 0
 */
export function saddlePointDeviance(gap: {
  readonly observed: number;
  readonly expected: number;
  readonly difference: number;
}): number {
  requirePositive('saddlePointDeviance', gap.observed);
  requirePositive('saddlePointDeviance', gap.expected);
  const relative = gap.difference / gap.observed;
  const perObserved =
    relative > seriesFrom && relative < seriesTo
      ? smallDifference(relative)
      : relative - Math.log(gap.expected / gap.observed);
  return gap.observed * perObserved;
}
