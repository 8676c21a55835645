import { requireCount } from './requirements.ts';

/**
 * Seeded random numbers.
 *
 * Question: which numbers look random and yet are the same in every build? For bootstraps, so that the same data give
 * the same bytes; not for secrets.
 *
 * Method: Mulberry32 (Tommy Ettinger, 2017): one 32-bit state, period 2^32; each call of the result gives the next
 * number, strictly between 0 and 1.
 *
 * Edges: any count is a seed, of which the low 32 bits are used; throws for anything else.
 *
 * @example
 * seededRandom(1)() // => 0.62707
 * seededRandom(-1) // => throws seededRandom needs counts that are whole numbers from zero, got -1
 */
export function seededRandom(seed: number): () => number {
  let state = requireCount('seededRandom', seed) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}
