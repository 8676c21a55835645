import { allTime } from '../model/published.ts';
import { hallPath, pageAddress, servicePath } from './address.ts';
import { explorerAddress } from './explorer-address.ts';
import type { FigureRow } from './figures.ts';
import { listAddress, listIds, type ListKind } from './finding-lists.ts';
import { outcomes, type Outcome } from './outcome.ts';
import { listingOf, placeOf } from './subject-findings.ts';

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

/** What was found in a period: in a list of its own, or of a department in the register, which a script narrows down. */
function foundIn(language: string, { subject_kind: kind, subject_id: id, period }: FigureRow) {
  if (kind === 'programme') return listed(language, 'period', period) ?? listed(language, 'month', period);
  return kind === 'department' ? explorerAddress(language, { department: id, found: period }) : undefined;
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
    default:
      return undefined;
  }
}

/**
 * The address of the findings that a number counts. Undefined for a number that counts none, or something else: visits,
 * answers, events of a period, shares and days.
 */
export function rowsBehind(language: string, figure: FigureRow): string | undefined {
  const { period, measure, count, question_id } = figure;
  if (!count || question_id) return undefined;
  if (period !== allTime) return measure === 'found' ? foundIn(language, figure) : undefined;
  if (measure === 'found') return problemsBehind(language, figure);
  if (measure === 'commendations') return goodBehind(language, figure);
  const outcome = outcomes.find((one) => one === measure);
  if (outcome) return problemsBehind(language, figure, outcome);
  if (figure.subject_kind === 'programme') return listed(language, 'step', measure);
  // Those without a reply are some of those overdue, and the list says which.
  return measure === 'no_reply' ? problemsBehind(language, figure, 'overdue') : undefined;
}
