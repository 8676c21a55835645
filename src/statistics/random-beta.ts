import { normalQuantile } from './normal-quantile.ts';
import { requireFinite } from './requirements.ts';

/** Marsaglia and Tsang's squeeze for shapes from 1 on; smaller shapes are drawn one higher and scaled down. */
function randomGamma(shape: number, random: () => number): number {
  if (shape < 1) return randomGamma(shape + 1, random) * random() ** (1 / shape);
  const reduced = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * reduced);
  for (;;) {
    const normal = normalQuantile(random());
    const cube = (1 + spread * normal) ** 3;
    const bound = (normal * normal) / 2 + reduced - reduced * cube + reduced * Math.log(Math.max(cube, 0));
    if (Math.log(random()) < bound) return reduced * cube;
  }
}

/**
 * Random draw from a beta distribution.
 *
 * Question: which rate might a unit have, drawn from what is known about it? For simulated rank ranges; for quantiles
 * there is `betaQuantile`.
 *
 * Method: two gamma draws (Marsaglia and Tsang 2000), the first over their sum.
 *
 * Edges: shape a = 0 gives 0, shape b = 0 gives 1; throws for negative and infinite shapes. `random` gives numbers
 * strictly between 0 and 1, as from `seededRandom`.
 *
 * @example
 * randomBeta(0, 3, seededRandom(1)) // => 0
 * randomBeta(3, 0, seededRandom(1)) // => 1
 * randomBeta(300, 700, seededRandom(1)) // => 0.30324975
 * randomBeta(-1, 2, seededRandom(1)) // => throws randomBeta needs shapes from zero, got -1 and 2
 */
export function randomBeta(a: number, b: number, random: () => number): number {
  if (requireFinite('randomBeta', a) < 0 || requireFinite('randomBeta', b) < 0) {
    throw new Error(`randomBeta needs shapes from zero, got ${a} and ${b}`);
  }
  if (a === 0) return 0;
  if (b === 0) return 1;
  const first = randomGamma(a, random);
  return first / (first + randomGamma(b, random));
}
