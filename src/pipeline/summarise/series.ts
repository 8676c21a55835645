import {
  chartedCounts,
  chartedRates,
  followedKinds,
  settlingDays,
  settlingRates,
} from '../../model/charted.ts';
import { wasThere, type Life } from '../../model/department-life.ts';
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
 * still being worked on where the measure is their rate, nor one in which the department was not there.
 */
export function seriesOf(
  figures: readonly Figure[],
  periods: readonly Period[],
  cutoff: string,
  lives: ReadonlyMap<string, Life> = new Map(),
): FigureSeries[] {
  const places = new Map(periods.map(({ period }, place) => [period, place]));
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
    const [first] = group;
    const measure = first?.measure ?? '';
    const life = first?.subject_kind === 'department' ? lives.get(first.subject_id) : undefined;
    const wait = settlingRates.has(measure) ? settlingDays : 0;
    const settled = new Set(
      periods
        .filter((one) => daysBetween(one.ends_on, cutoff) >= wait && (!life || wasThere(life, one)))
        .map(({ period }) => period),
    );
    const placeOf = ({ period }: Figure) => places.get(period) ?? -1;
    return {
      measure,
      isRate: ratesNames.has(measure),
      figures: group
        .filter(({ period }) => settled.has(period))
        .sort((one, other) => placeOf(one) - placeOf(other)),
    };
  });
}
