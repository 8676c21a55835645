import type { Figure } from '../../model/figure.ts';
import { benjaminiHochberg } from '../../statistics/adjusted-p-values.ts';
import { rounded } from './make-figure.ts';

/** The page on which a figure's test stands: tests of one page are one family. */
function pageOf({ subject_kind, subject_id }: Figure): string {
  return `${subject_kind}|${subject_id}`;
}

/** Adjusts the p-values for all the tests of a page, by Benjamini and Hochberg. Figures without one stay as they are. */
export function adjust(figures: readonly Figure[]): Figure[] {
  const tested = figures.filter(({ p_adjusted }) => p_adjusted !== null);
  const adjusted = new Map<Figure, number>();
  for (const family of Map.groupBy(tested, pageOf).values()) {
    const values = benjaminiHochberg(family.map(({ p_adjusted }) => p_adjusted ?? 1));
    for (const [place, figure] of family.entries()) adjusted.set(figure, values[place] ?? 1);
  }
  return figures.map((figure) => {
    const value = adjusted.get(figure);
    return value === undefined ? figure : { ...figure, p_adjusted: rounded(value) };
  });
}
