import type { PublishedRow } from '../../model/published.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Localized } from '../words/localized.ts';
import { localized, programme } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** A row of the register of findings. */
export type Finding = PublishedRow<'findings'>;

/** Groups rows by a key; rows without one are in no group. */
export function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Puts the latest day first, and of one day the last id. */
function byLatest(column: 'last_event_on' | 'found_on') {
  return (one: Finding, other: Finding): number => {
    if (one[column] !== other[column]) return one[column] < other[column] ? 1 : -1;
    return one.finding_id < other.finding_id ? 1 : -1;
  };
}

/** All findings, the latest change first. */
export const latestFirst: readonly Finding[] = tables.findings.toSorted(byLatest('last_event_on'));

/** The problems, the latest change first. */
export const problems = latestFirst.filter(({ kind }) => kind === 'problem');

/** The day on which the first problem was found; the cut-off where there is none. */
export const firstFoundOn =
  problems.map(({ found_on }) => found_on).sort()[0] ?? programme.cutoff.slice(0, 10);

/** The commendations, the latest first. */
export const commendations = latestFirst.filter(({ kind }) => kind === 'commendation');

const byId = new Map(tables.findings.map((finding) => [finding.finding_id, finding]));
const changesById = grouped(tables.changes, ({ finding_id }) => finding_id);
const recurrences = grouped(tables.findings, ({ recurrence_of }) => recurrence_of);
const duplicates = grouped(tables.findings, ({ same_as }) => same_as);
const byColumn = {
  department_id: grouped(latestFirst, ({ department_id }) => department_id),
  category_id: grouped(latestFirst, ({ category_id }) => category_id),
};
const problemsByOutcome = grouped(problems, outcomeOf);
const problemsByDepartment = grouped(problems, ({ department_id }) => department_id);
const commendationsByDepartment = grouped(commendations, ({ department_id }) => department_id);

/** The title of a finding, by which pages link to it; its id where the register has no title. */
export function titleOf(finding: Finding, language: string): Localized {
  const title = localized(finding, 'title', language);
  return title.text === '' ? { text: finding.finding_id, lang: undefined } : title;
}

/** A finding by its id; undefined for one that is not in the register. */
export function findingOf(id: string): Finding | undefined {
  return byId.get(id);
}

/** The corrections that later drops made to a finding. */
export function changesOf(id: string): readonly PublishedRow<'changes'>[] {
  return changesById.get(id) ?? [];
}

/** The findings that are this one come back. */
export function recurrencesOf(id: string): readonly Finding[] {
  return recurrences.get(id) ?? [];
}

/** The findings that turned out to be the same as this one. */
export function duplicatesOf(id: string): readonly Finding[] {
  return duplicates.get(id) ?? [];
}

/** All findings of a department or category, commendations too, the latest change first. */
export function findingsOf(column: 'department_id' | 'category_id', id: string): readonly Finding[] {
  return byColumn[column].get(id) ?? [];
}

/** The problems that stand at an outcome, the latest change first. */
export function problemsAt(outcome: Outcome): readonly Finding[] {
  return problemsByOutcome.get(outcome) ?? [];
}

/** The problems of a department, the latest change first. */
export function problemsOf(department: string): readonly Finding[] {
  return problemsByDepartment.get(department) ?? [];
}

/** The commendations of a department, the latest first. */
export function commendationsOf(department: string): readonly Finding[] {
  return commendationsByDepartment.get(department) ?? [];
}

/** Whether a problem is overdue and the department has never replied to it, nor ever said that it is fixed. */
export function isNeverAnswered(finding: Finding): boolean {
  return outcomeOf(finding) === 'overdue' && finding.replies === 0 && finding.last_claimed_on === '';
}

/** The overdue ones among problems, the longest overdue first. */
export function longestOverdue(rows: readonly Finding[]): Finding[] {
  return rows
    .filter(({ overdue }) => overdue)
    .toSorted((one, other) => (other.overdue_working_days ?? 0) - (one.overdue_working_days ?? 0));
}

/** Findings in the order of the days on which they were found, the latest first: what happens to one later does not move it. */
export function latestFound(rows: readonly Finding[]): Finding[] {
  return rows.toSorted(byLatest('found_on'));
}

/** Those said fixed that nobody has checked yet, the longest waiting first. */
export function longestAwaiting(rows: readonly Finding[]): Finding[] {
  return rows
    .filter(({ status }) => status === 'claimed')
    .toSorted((one, other) => (one.claimed_on < other.claimed_on ? -1 : 1));
}

/** Every outcome, what is owed first. */
const byAttention: readonly Outcome[] = [
  'overdue',
  'in_hand',
  'claimed',
  'confirmed',
  'refused',
  'transferred',
  'duplicate',
  'withdrawn',
];

/** Problems outcome by outcome, what is owed first; within an outcome the order stays. */
export function byOutcome(rows: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(rows, outcomeOf);
  return byAttention.flatMap((outcome) => groups.get(outcome) ?? []);
}
