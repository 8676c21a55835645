import { newBlock, type ClosedPeriod, type EarlierSurvey } from '../../model/earlier-survey.ts';
import type { Period } from '../../model/register.ts';

const dayLength = 86_400_000;

/**
 * The day from which the answers of a period are published.
 *
 * @example
 * closesOn('2025-06-30', 15); // => '2025-07-15'
 */
export function closesOn(endsOn: string, days: number): string {
  return new Date(Date.parse(`${endsOn}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** The periods that are closed at the cut-off, each with the release that published it first. What was published stays closed. */
export function closedPeriods(
  periods: readonly Period[],
  cutoff: string,
  days: number,
  earlier: readonly EarlierSurvey[],
): ClosedPeriod[] {
  return periods.flatMap((period): ClosedPeriod[] => {
    const first = earlier.find(({ periods: told }) => told.includes(period.period));
    if (first !== undefined) return [{ ...period, block: String(first.release) }];
    return closesOn(period.ends_on, days) <= cutoff ? [{ ...period, block: newBlock }] : [];
  });
}
