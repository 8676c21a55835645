import { everything, figureOf } from '../figures/figures.ts';
import { tables } from '../tables/tables.ts';

/** From which period on a question was answered, and in which it last was; undefined where the survey as a whole began or ended there. */
export interface AnsweredBetween {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

const isCounted = (measure: string, period: string, question?: string) => {
  const figure = figureOf(everything, measure, period, question);
  return figure?.status === 'withheld' || (figure?.count ?? 0) > 0;
};

const surveyed = tables.periods
  .map(({ period }) => period)
  .filter((period) => isCounted('responses', period));

/** When a question came into the survey, and when it left it: its answers are of those periods alone, whatever stands beside them. */
export function answeredBetween(question: string): AnsweredBetween {
  const asked = surveyed.filter((period) => isCounted('answered', period, question));
  const only = (place: 0 | -1) => (asked.at(place) === surveyed.at(place) ? undefined : asked.at(place));
  return { since: only(0), until: only(-1) };
}
