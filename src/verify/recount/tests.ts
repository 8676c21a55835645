import { benjaminiHochberg } from '../../statistics/adjusted-p-values.ts';
import { cell, type Row } from '../read-table.ts';
import type { Counter } from './counter.ts';
import { figureKey } from './ground.ts';
import type { Judgements } from './judgement.ts';

/** Measures that are tests, or come with one. */
const isTested = (row: Row) => /^pace_by_|_drift$/.test(cell(row, 'measure'));

/** The p-values of all tests, adjusted for those that stand on the same page. */
export function recountTests(figures: readonly Row[], count: Counter): Judgements {
  const tested = figures.filter(isTested).flatMap((row) => {
    const p = count(row)?.p ?? null;
    return p === null ? [] : [{ row, p }];
  });
  const families = Map.groupBy(
    tested,
    ({ row }) => `${cell(row, 'subject_kind')}|${cell(row, 'subject_id')}`,
  );
  return new Map(
    [...families.values()].flatMap((family) => {
      const adjusted = benjaminiHochberg(family.map(({ p }) => p));
      return family.map(({ row }, place) => [figureKey(row), { p_adjusted: adjusted[place] ?? 1 }] as const);
    }),
  );
}
