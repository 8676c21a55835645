import {
  chartedCounts,
  chartedRates,
  followedKinds,
  settlingDays,
  settlingRates,
} from '../../model/charted.ts';
import type { Figure } from '../../model/figure.ts';
import { allTime } from '../../model/published.ts';
import type { Period } from '../../model/register.ts';

const followedMeasures: ReadonlySet<string> = new Set([...chartedCounts, ...chartedRates]);

/** One measure of one subject, period by period, in order. */
export interface FigureSeries {
  readonly measure: string;
  readonly isRate: boolean;
  /** Completed periods only; rates of findings once their deadlines have passed and were checked. */
  readonly figures: readonly Figure[];
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}

const ratesNames: ReadonlySet<string> = new Set(chartedRates);

/**
 * The series that can be followed over time. A running period is no part of one, nor is a period whose findings are
 * still being worked on where the measure is their rate.
 */
export function seriesOf(
  figures: readonly Figure[],
  periods: readonly Period[],
  cutoff: string,
): FigureSeries[] {
  const places = new Map(periods.map(({ period }, place) => [period, place]));
  const ends = new Map(periods.map(({ period, ends_on }) => [period, ends_on]));
  const followed = figures.filter(
    (figure) =>
      figure.period !== allTime &&
      followedMeasures.has(figure.measure) &&
      followedKinds.has(figure.subject_kind),
  );
  const groups = Map.groupBy(
    followed,
    ({ subject_kind, subject_id, measure, question_id }) =>
      `${subject_kind}|${subject_id}|${measure}|${question_id}`,
  );
  return [...groups.values()].map((group) => {
    const measure = group[0]?.measure ?? '';
    const wait = settlingRates.has(measure) ? settlingDays : 0;
    const placeOf = ({ period }: Figure) => places.get(period) ?? -1;
    return {
      measure,
      isRate: ratesNames.has(measure),
      figures: group
        .filter(({ period }) => daysBetween(ends.get(period) ?? cutoff, cutoff) >= wait)
        .sort((one, other) => placeOf(one) - placeOf(other)),
    };
  });
}
