import { pageAddress } from './address.ts';
import {
  byOutcome,
  commendations,
  grouped,
  longestOverdue,
  problems,
  problemsAt,
  problemsOf,
  type Finding,
} from './findings.ts';
import { outcomeOf, outcomes, type Outcome } from './outcome.ts';
import { tables } from './tables.ts';

/** How many findings stand on one page of a list. */
const pageLength = 100;

/** What a list holds: all problems, those that have one thing in common, or the commendations. */
export type ListSubject =
  | { readonly of: 'all' }
  | { readonly of: 'outcome'; readonly outcome: Outcome }
  | { readonly of: 'department'; readonly department: string }
  | { readonly of: 'category'; readonly category: string }
  | { readonly of: 'month'; readonly month: string }
  | { readonly of: 'commendations' };

/** One page of a list of findings. */
export interface ListPage {
  readonly subject: ListSubject;
  readonly rows: readonly Finding[];
  /** The path of this page under `findings/`, '' for the first page of all. */
  readonly path: string;
  /** The paths of all pages of the list, this one among them. */
  readonly pages: readonly string[];
}

const byCategory = grouped(problems, ({ category_id }) => category_id);
const byMonth = grouped(problems, ({ found_on }) => found_on.slice(0, 7));

/** The months in which problems were found, the latest first. */
export const monthsFound: readonly string[] = [...byMonth.keys()].sort().reverse();

/** How many problems were found in a month. */
export function countInMonth(month: string): number {
  return byMonth.get(month)?.length ?? 0;
}

function folderOf(subject: ListSubject): string {
  switch (subject.of) {
    case 'all':
      return '';
    case 'outcome':
      return `status/${subject.outcome}`;
    case 'department':
      return `department/${subject.department}`;
    case 'category':
      return `category/${subject.category}`;
    case 'month':
      return `month/${subject.month}`;
    case 'commendations':
      return 'commendations';
  }
}

function rowsOf(subject: ListSubject): readonly Finding[] {
  switch (subject.of) {
    case 'all':
      return problems;
    case 'outcome':
      return subject.outcome === 'overdue' ? longestOverdue(problems) : problemsAt(subject.outcome);
    case 'department':
      return byOutcome(problemsOf(subject.department));
    case 'category':
      return byOutcome(byCategory.get(subject.category) ?? []);
    case 'month':
      return byMonth.get(subject.month) ?? [];
    case 'commendations':
      return commendations;
  }
}

function pathOf(folder: string, page: number): string {
  const parts = [...(folder ? [folder] : []), ...(page > 0 ? [`page/${page + 1}`] : [])];
  return parts.join('/');
}

function pagesOf(subject: ListSubject): ListPage[] {
  const rows = rowsOf(subject);
  const folder = folderOf(subject);
  const count = Math.max(1, Math.ceil(rows.length / pageLength));
  const pages = Array.from({ length: count }, (_, page) => pathOf(folder, page));
  return pages.map((path, page) => ({
    subject,
    rows: rows.slice(page * pageLength, (page + 1) * pageLength),
    path,
    pages,
  }));
}

const subjects: readonly ListSubject[] = [
  { of: 'all' },
  ...outcomes.map((outcome): ListSubject => ({ of: 'outcome', outcome })),
  ...tables.departments.map(({ department_id }): ListSubject => ({
    of: 'department',
    department: department_id,
  })),
  ...tables.categories.map(({ category_id }): ListSubject => ({ of: 'category', category: category_id })),
  ...monthsFound.map((month): ListSubject => ({ of: 'month', month })),
  { of: 'commendations' },
];

/** Every list that has a folder of its own, with its path under `findings/` and all its findings. */
export const lists: readonly { readonly folder: string; readonly rows: readonly Finding[] }[] = subjects
  .map((subject) => ({ folder: folderOf(subject), rows: rowsOf(subject) }))
  .filter(({ folder }) => folder !== '');

/** Every page of every list of findings that stands without script. */
export const listPages: readonly ListPage[] = subjects.flatMap(pagesOf);

/** For each department and outcome, the page of the department's list on which that outcome begins. */
const firstPages = new Map<string, string>();
for (const { subject, rows, path } of listPages) {
  if (subject.of !== 'department') continue;
  for (const row of rows) {
    const key = `${subject.department} ${outcomeOf(row)}`;
    if (!firstPages.has(key)) firstPages.set(key, path);
  }
}

function addressOf(language: string, path: string): string {
  return pageAddress(language, path ? `findings/${path}/` : 'findings/');
}

/** The address of a list's page, for the links between pages. */
export function listPageAddress(language: string, path: string): string {
  return addressOf(language, path);
}

/** The address of all problems, or of all at one outcome. */
export function problemsAddress(language: string, outcome?: Outcome): string {
  return addressOf(language, outcome ? `status/${outcome}` : '');
}

/** The address of a department's problems; with an outcome, of the place in them where that outcome begins. */
export function departmentProblemsAddress(language: string, department: string, outcome?: Outcome): string {
  if (!outcome) return addressOf(language, `department/${department}`);
  const path = firstPages.get(`${department} ${outcome}`) ?? `department/${department}`;
  return `${addressOf(language, path)}#${outcome}`;
}

/** The address of the problems of a category. */
export function categoryProblemsAddress(language: string, category: string): string {
  return addressOf(language, `category/${category}`);
}

/** The address of the problems found in a month. */
export function monthProblemsAddress(language: string, month: string): string {
  return addressOf(language, `month/${month}`);
}

/** The file of a list: the rows of `findings.csv` that it shows. */
export function listFile(subject: ListSubject): string {
  const folder = folderOf(subject);
  return folder === '' ? 'data/latest/findings.csv' : `findings/${folder}/findings.csv`;
}

/** The address of the commendations. */
export function commendationsAddress(language: string): string {
  return addressOf(language, 'commendations');
}
