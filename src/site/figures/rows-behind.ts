import { allTime } from '../../model/published.ts';
import { hallPath, pageAddress, servicePath } from '../addresses/address.ts';
import { countedAddress } from './counted-rows.ts';
import type { FigureRow } from './figures.ts';
import { listAddress, listIds, type ListKind } from '../findings/finding-lists.ts';
import { outcomes, type Outcome } from '../findings/outcome.ts';
import { listingOf, placeOf } from '../findings/subject-findings.ts';

/** The address of a list, if there is one. */
function listed(language: string, of: ListKind, id: string, outcome?: Outcome): string | undefined {
  return listIds(of).includes(id) ? listAddress(language, { of, id }, outcome) : undefined;
}

/** The problems of one subject, all or those at an outcome. */
function problemsBehind(
  language: string,
  { subject_kind: kind, subject_id: id }: FigureRow,
  outcome?: Outcome,
): string | undefined {
  switch (kind) {
    case 'programme':
      return outcome ? listed(language, 'outcome', outcome) : listed(language, 'all', '');
    case 'department':
    case 'category':
    case 'channel':
    case 'severity':
    case 'cohort':
      return listed(language, kind, id, outcome);
    case 'hall':
    case 'service': {
      const path = kind === 'hall' ? hallPath(id) : servicePath(id);
      return `${pageAddress(language, path)}${placeOf(listingOf({ kind, id }).rows, outcome)}`;
    }
    default:
      return undefined;
  }
}

/** What was found, or noted as good, in a period: in a list of its own, or among the rows of a page of counted ones. */
function inPeriod(language: string, figure: FigureRow): string | undefined {
  const { subject_kind: kind, period, measure } = figure;
  if (kind === 'programme' && measure === 'found')
    return listed(language, 'period', period) ?? listed(language, 'month', period);
  return countedAddress(language, figure);
}

/** The commendations of one subject. */
function goodBehind(language: string, { subject_kind: kind, subject_id: id }: FigureRow): string | undefined {
  switch (kind) {
    case 'programme':
      return listed(language, 'commendations', '');
    case 'department':
      return `${pageAddress(language, `departments/${encodeURIComponent(id)}/`)}#good`;
    case 'hall':
      return `${pageAddress(language, hallPath(id))}#good`;
    case 'service':
      return `${pageAddress(language, servicePath(id))}#good`;
    case 'category':
    case 'channel':
    case 'severity':
    case 'cohort': {
      const list = listed(language, kind, id);
      return list && `${list}#good`;
    }
    default:
      return undefined;
  }
}

/** Measures of a share, or of a number of days, of all problems of a subject. */
const ofProblems = /^(on_time_rate|confirmed_rate|(claimed|confirmed)_within_\d+|median_days_to_\w+)$/;

/**
 * The address of the findings that a number counts, or is a share or a time of. Undefined for a number that counts none, or
 * something else: visits, answers, and differences of two numbers.
 */
export function rowsBehind(language: string, figure: FigureRow): string | undefined {
  const { period, measure, count, base, question_id, subject_kind: kind } = figure;
  if (question_id) return undefined;
  if (ofProblems.test(measure))
    return period === allTime && base ? problemsBehind(language, figure) : undefined;
  if (!count) return undefined;
  if (period !== allTime) return inPeriod(language, figure);
  if (measure === 'found') return problemsBehind(language, figure);
  if (measure === 'commendations') return goodBehind(language, figure);
  const outcome = outcomes.find((one) => one === measure);
  if (outcome) return problemsBehind(language, figure, outcome);
  const step = kind === 'programme' ? listed(language, 'step', measure) : undefined;
  return step ?? countedAddress(language, figure);
}
