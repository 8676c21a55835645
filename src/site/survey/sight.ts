/**
 * How much of the answers to a question may be seen in one unit: all of them, only how many answered, nothing;
 * or nobody answered.
 */
export type Sight = 'shown' | 'base_only' | 'withheld' | 'none';

/** Which words stand in the place of answers that may not be seen; keys of the dictionary's `withheld`. */
export const hiddenWords = {
  shown: 'nobody',
  base_only: 'answersOnly',
  withheld: 'all',
  none: 'nobody',
} as const satisfies Record<Sight, string>;

/**
 * Tells apart nobody answering, everything withheld, and only the single answers withheld.
 *
 * @example
 * sightOf([{ status: 'withheld' }], { status: 'shown' }); // => 'base_only'
 * sightOf([{ status: 'withheld' }], { status: 'withheld' }); // => 'withheld'
 * sightOf([], undefined); // => 'none'
 */
export function sightOf(
  answers: readonly { readonly status: string }[],
  answered: { readonly status: string } | undefined,
): Sight {
  if (answers.length > 0 && answers.every(({ status }) => status === 'shown')) return 'shown';
  if (answered?.status === 'shown' && answers.some(({ status }) => status === 'withheld')) return 'base_only';
  const hidden = answered?.status === 'withheld' || answers.some(({ status }) => status === 'withheld');
  return hidden ? 'withheld' : 'none';
}
