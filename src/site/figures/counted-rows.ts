import { statuses } from '../../model/record.ts';
import { allTime, type PublishedRow } from '../../model/published.ts';
import { pageAddress } from '../addresses/address.ts';
import { everything, figureOf, hasAny, type FigureRow, type Subject } from './figures.ts';
import { stepsOf, type Step } from '../findings/finding-events.ts';
import {
  commendations,
  grouped,
  isNeverAnswered,
  problems,
  problemsOf,
  type Finding,
} from '../findings/findings.ts';
import { keeping } from '../keeping.ts';
import { tables } from '../tables/tables.ts';

/*
 * The rows of numbers that no list of the register shows by itself: what happened in a period, how things stood at its end, and
 * what of a department was found in a period, in a category, or never answered. Many such rows share a page, each behind an anchor.
 */

/** A finding that a number counts, and the day on which it came to be counted. */
export interface CountedRow {
  readonly finding: Finding;
  readonly on: string;
}

/** The rows of one number. */
export interface Counted {
  /** Its place on the page. */
  readonly anchor: string;
  readonly measure: string;
  readonly period: string;
  /** The category whose problems they are; '' for a number of the table of figures. */
  readonly category: string;
  readonly count: number;
  /** The rows, the latest first: found when they are asked for, as all of them are many times the register. */
  readonly rows: () => readonly CountedRow[];
}

/** A page of such rows: what happened in a period, or the numbers of a department. */
export interface CountedPage {
  /** Its path under `findings/counted/`. */
  readonly path: string;
  readonly subject: Subject;
  readonly period: string;
  readonly counted: readonly Counted[];
}

/** The event that each number of what happened counts. */
const flows: Readonly<Record<string, string>> = {
  claims_made: 'claimed',
  confirmations_made: 'confirmed',
  reopenings_made: 'reopened',
};

/** The statuses that count at the end of a period; of all statuses where any does. */
const standings: Readonly<Record<string, readonly string[] | 'any'>> = {
  found_to_date: 'any',
  claimed_to_date: ['claimed', 'confirmed'],
  confirmed_to_date: ['confirmed'],
};

const statusCodes: ReadonlySet<string> = new Set(statuses.map(({ code }) => code));
const periods = tables.periods.toReversed();

/** Rows that a number counts: how many, and which. */
interface Found {
  readonly count: number;
  readonly find: () => readonly CountedRow[];
}

function counted(measure: string, period: string, { count, find }: Found, category = ''): Counted {
  const of = category === '' ? measure : 'category';
  const at = category === '' ? period : category;
  return {
    ...{ anchor: at === allTime ? of : `${of}-${at}`, measure, period, category, count },
    rows: () => latestFirst(find()),
  };
}

const these = (rows: readonly CountedRow[] = []): Found => ({ count: rows.length, find: () => rows });

/** The period that a day lies in; '' for a day outside of all. */
const periodOf = keeping(
  (day: string): string =>
    tables.periods.find(({ starts_on, ends_on }) => day >= starts_on && day <= ends_on)?.period ?? '',
);

/** A step that is counted in the period in which it happens. */
interface Happening extends CountedRow {
  readonly event: string;
}

const flowEvents: ReadonlySet<string> = new Set(Object.values(flows));
const happenings: readonly Happening[] = problems.flatMap((finding) =>
  stepsOf(finding.finding_id)
    .filter(({ event }) => flowEvents.has(event))
    .map(({ event, on }) => ({ finding, event, on })),
);
const happeningsByEvent = grouped(happenings, ({ event }) => event);
const happeningsByPeriod = grouped(happenings, ({ event, on }) => `${event} ${periodOf(on)}`);
const happeningsByDepartment = grouped(
  happenings,
  ({ finding, event, on }) => `${event} ${periodOf(on)} ${finding.department_id}`,
);

/** What happened to problems in a period, or at any time. */
function happened(measure: string, period: string): Counted {
  const event = flows[measure] ?? '';
  const rows =
    period === allTime ? happeningsByEvent.get(event) : happeningsByPeriod.get(`${event} ${period}`);
  return counted(measure, period, these(rows));
}

/** The problems of a department that were confirmed fixed in a period. */
function confirmedIn(department: string, period: string): Counted {
  const rows = happeningsByDepartment.get(`${flows['confirmations_made']} ${period} ${department}`);
  return counted('confirmations_made', period, these(rows));
}

function latestFirst(rows: readonly CountedRow[]): CountedRow[] {
  return rows.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1));
}

/** Findings that were found, or were due, on a day of theirs. */
const onTheir = (day: 'found_on' | 'due_on', rows: readonly Finding[] = []): Found => ({
  count: rows.length,
  find: () => rows.map((finding) => ({ finding, on: finding[day] })),
});

/** Each problem with the steps that changed its status. */
const lived = problems.map((finding) => ({
  finding,
  steps: stepsOf(finding.finding_id).filter(({ event }) => statusCodes.has(event)),
}));

/** Whether a problem that stands at a status is one of those that a number counts. */
const isCounted = (those: readonly string[] | 'any', status: string) =>
  those === 'any' || those.includes(status);

/** Each problem with the step by which it stood where it stood at the end of a day. */
function* stood(day: string): Generator<{ readonly finding: Finding; readonly step: Step }> {
  for (const { finding, steps } of lived) {
    const step = steps.findLast(({ on }) => on <= day);
    if (step !== undefined) yield { finding, step };
  }
}

function stoodAtEnd({ period, ends_on: day }: PublishedRow<'periods'>): Counted[] {
  // All problems are gone through once for the numbers of a day, and once more for the rows of one of them when these are asked for.
  const numbers = new Map<string, number>();
  for (const { step } of stood(day)) numbers.set(step.event, (numbers.get(step.event) ?? 0) + 1);
  return Object.entries(standings).map(([measure, those]) =>
    counted(measure, period, {
      count: numbers
        .entries()
        .filter(([status]) => isCounted(those, status))
        .reduce((all, [, number]) => all + number, 0),
      find: () =>
        stood(day)
          .filter(({ step }) => isCounted(those, step.event))
          .map(({ finding, step }) => ({ finding, on: step.on }))
          .toArray(),
    }),
  );
}

const flowsIn = (period: string) => Object.keys(flows).map((measure) => happened(measure, period));

function programmePages(): CountedPage[] {
  const commended = grouped(commendations, ({ period }) => period);
  return [
    { path: allTime, subject: everything, period: allTime, counted: flowsIn(allTime) },
    ...periods.map((row) => ({
      path: row.period,
      subject: everything,
      period: row.period,
      counted: [
        ...flowsIn(row.period),
        counted('commendations', row.period, onTheir('found_on', commended.get(row.period))),
        ...stoodAtEnd(row),
      ],
    })),
  ];
}

function departmentPage(id: string): CountedPage {
  const rows = problemsOf(id);
  const byCategory = grouped(rows, ({ category_id }) => category_id);
  const byPeriod = grouped(rows, ({ period }) => period);
  return {
    path: `department/${id}`,
    subject: { kind: 'department', id },
    period: allTime,
    counted: [
      counted('no_reply', allTime, onTheir('due_on', rows.filter(isNeverAnswered))),
      ...periods.flatMap(({ period }) => [
        counted('found', period, onTheir('found_on', byPeriod.get(period))),
        confirmedIn(id, period),
      ]),
      ...tables.categories.map(({ category_id }) =>
        counted('found', allTime, onTheir('found_on', byCategory.get(category_id)), category_id),
      ),
    ],
  };
}

const all: readonly CountedPage[] = [
  ...programmePages(),
  ...tables.departments
    .filter(({ department_id: id }) => problemsOf(id).length > 0)
    .map(({ department_id }) => departmentPage(department_id)),
];

/** Every page of counted rows; of a page only the numbers that count any. */
export const countedPages: readonly CountedPage[] = all
  .map((page) => ({ ...page, counted: page.counted.filter(({ count }) => count > 0) }))
  .filter((page) => page.counted.length > 0);

const anchors: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  countedPages.map((page) => [page.path, new Set(page.counted.map(({ anchor }) => anchor))]),
);

function addressOf(language: string, path: string, anchor: string): string | undefined {
  if (!anchors.get(path)?.has(anchor)) return undefined;
  const folder = path.split('/').map(encodeURIComponent).join('/');
  return `${pageAddress(language, `findings/counted/${folder}/`)}#${encodeURIComponent(anchor)}`;
}

/** Where the rows of a number stand, if a page of counted rows has them. */
export function countedAddress(language: string, figure: FigureRow): string | undefined {
  const { subject_kind: kind, subject_id: id, period, measure } = figure;
  const anchor = period === allTime ? measure : `${measure}-${period}`;
  if (kind === 'programme') return addressOf(language, period, anchor);
  return kind === 'department' ? addressOf(language, `department/${id}`, anchor) : undefined;
}

/** Where the problems of a department in a category stand. */
export function categoryAddress(language: string, department: string, category: string): string | undefined {
  return addressOf(language, `department/${department}`, `category-${category}`);
}

/** The number that says how many rows there are; undefined of a category within a department, whose rows are counted. */
export function countedFigure({ subject }: CountedPage, { measure, period, category }: Counted) {
  if (category !== '') return undefined;
  const figure = figureOf(subject, measure, period);
  return hasAny(figure) ? figure : undefined;
}
