import { chiSquaredUpperTail } from './chi-squared.ts';
import type { DayCount } from './kaplan-meier.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { numberAtRisk } from './number-at-risk.ts';

/** Events in each group against what one common curve would give; `p` is null when nothing can be compared. */
export interface LogRank {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly variance: readonly (readonly number[])[];
  readonly chiSquared: number | null;
  readonly degreesOfFreedom: number;
  readonly p: number | null;
}

/** One day: who is at risk and how many events, group by group. */
interface RiskTable {
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function riskTables(groups: readonly (readonly DayCount[])[]): readonly RiskTable[] {
  const curves = groups.map((counts) => kaplanMeier(counts));
  const eventDays = curves.flatMap((curve) => curve.steps.filter((step) => step.events > 0));
  return [...new Set(eventDays.map((step) => step.day))].map((day) => ({
    atRisk: curves.map((curve) => numberAtRisk(curve, day)),
    events: curves.map((curve) => curve.steps.find((step) => step.day === day)?.events ?? 0),
  }));
}

/** Hypergeometric covariance of two groups on one day; none when only one case is at risk. */
function covariance({ atRisk, events }: RiskTable, row: number, column: number): number {
  const everyone = total(atRisk);
  const ended = total(events);
  if (everyone < 2) return 0;
  const rowShare = (atRisk[row] as number) / everyone;
  const columnShare = (atRisk[column] as number) / everyone;
  const same = row === column ? rowShare : 0;
  return (ended * (everyone - ended) * (same - rowShare * columnShare)) / (everyone - 1);
}

/** d' V^-1 d for a positive definite V, by Gaussian elimination on the rows [V | d]. */
function quadraticForm(matrix: readonly (readonly number[])[], vector: readonly number[]): number | null {
  const rows = matrix.map((row, position) => [...row, vector[position] as number]);
  let form = 0;
  for (const [pivot, row] of rows.entries()) {
    const before = (matrix[pivot] as readonly number[])[pivot] as number;
    const diagonal = row[pivot] as number;
    if (diagonal <= 1e-12 * before) return null;
    const right = row.at(-1) as number;
    form += (right * right) / diagonal;
    for (const below of rows.slice(pivot + 1)) {
      const factor = (below[pivot] as number) / diagonal;
      for (const [column, value] of row.entries()) below[column] = (below[column] as number) - factor * value;
    }
  }
  return form;
}

/**
 * Log-rank test.
 *
 * Question: do two or more groups close their cases at the same pace? Only for a handful of comparisons named
 * beforehand; not when curves cross, and too sure of itself when cases of one hall are alike.
 *
 * Method: Mantel 1966, events against expected events over all days with the hypergeometric variance, as R's
 * survdiff; p from the chi-squared distribution.
 *
 * Edges: groups without expected events are left out of the test; chi-squared and p are null when fewer than two
 * groups remain or nothing varies. Throws for fewer than two groups, and like `kaplanMeier` for its counts.
 *
 * @example
 * logRank([[{ day: 3, events: 4, censored: 0 }], [{ day: 9, events: 4, censored: 0 }]]).chiSquared // => 7
 * logRank([[{ day: 3, events: 0, censored: 4 }], [{ day: 9, events: 0, censored: 4 }]]).p // => null
 * logRank([[]]) // => throws logRank needs at least two groups, got 1
 */
export function logRank(groups: readonly (readonly DayCount[])[]): LogRank {
  if (groups.length < 2) throw new Error(`logRank needs at least two groups, got ${groups.length}`);
  const tables = riskTables(groups);
  const positions = [...groups.keys()];
  const observed = positions.map((group) => total(tables.map(({ events }) => events[group] as number)));
  const expected = positions.map((group) =>
    total(tables.map(({ atRisk, events }) => (total(events) * (atRisk[group] as number)) / total(atRisk))),
  );
  const covarianceOf = (row: number, column: number) =>
    total(tables.map((table) => covariance(table, row, column)));
  const variance = positions.map((row) => positions.map((column) => covarianceOf(row, column)));
  const compared = positions.filter((group) => (expected[group] as number) > 0);
  const degreesOfFreedom = Math.max(0, compared.length - 1);
  const kept = compared.slice(1);
  const chiSquared =
    degreesOfFreedom === 0
      ? null
      : quadraticForm(
          kept.map((row) => kept.map((column) => covarianceOf(row, column))),
          kept.map((group) => (observed[group] as number) - (expected[group] as number)),
        );
  const p = chiSquared === null ? null : chiSquaredUpperTail(chiSquared, degreesOfFreedom);
  return { observed, expected, variance, chiSquared, degreesOfFreedom, p };
}
