import { requireShare } from './requirements.ts';

/** Positions from the smallest p-value to the largest. */
function ascending(values: readonly number[]): readonly number[] {
  return [...values.keys()].sort((one, other) => (values[one] as number) - (values[other] as number));
}

function requirePValues(caller: string, values: readonly number[]): void {
  for (const value of values) requireShare(caller, value);
}

/**
 * Benjamini-Hochberg adjusted p-values.
 *
 * Question: which of a page's comparisons hold, when about one in twenty of those called so may be wrong? Within the
 * comparisons of one page that were named beforehand; not for a single claim that must hold (`holm`).
 *
 * Method: Benjamini and Hochberg 1995: p times count over rank, made monotone from the largest, at most 1, as R's
 * p.adjust(method = "BH"). Compare with 0.05.
 *
 * Edges: in the order given; none for none; throws for p-values outside [0, 1].
 *
 * @example
 * benjaminiHochberg([0.01, 0.01, 0.05, 1]) // => [0.02,0.02,0.0666666667,1]
 * benjaminiHochberg([]) // => []
 * benjaminiHochberg([1.2]) // => throws benjaminiHochberg needs a share from zero to one, got 1.2
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  requirePValues('benjaminiHochberg', pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  for (const [rank, position] of [...ascending(pValues).entries()].reverse()) {
    smallest = Math.min(smallest, (pValues[position] as number) * (pValues.length / (rank + 1)));
    adjusted[position] = smallest;
  }
  return adjusted;
}

/**
 * Holm adjusted p-values.
 *
 * Question: which comparisons hold, when the chance that any of them is wrong must stay below one in twenty? Stricter
 * than `benjaminiHochberg`.
 *
 * Method: Holm 1979: p times the number of comparisons left, made monotone from the smallest, at most 1, as R's
 * p.adjust(method = "holm"); never worse than Bonferroni's correction.
 *
 * Edges: in the order given; none for none; throws for p-values outside [0, 1].
 *
 * @example
 * holm([0.01, 0.01, 0.05, 1]) // => [0.04,0.04,0.1,1]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  requirePValues('holm', pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  for (const [rank, position] of ascending(pValues).entries()) {
    largest = Math.max(largest, Math.min(1, (pValues[position] as number) * (pValues.length - rank)));
    adjusted[position] = largest;
  }
  return adjusted;
}
