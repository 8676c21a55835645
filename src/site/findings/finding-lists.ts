import { channels, severities } from '../../model/record.ts';
import { pageAddress } from '../addresses/address.ts';
import { evenShare } from '../figures/even-share.ts';
import {
  byOutcome,
  commendations,
  grouped,
  isNeverAnswered,
  latestFound,
  longestOverdue,
  problems,
  problemsAt,
  problemsOf,
  type Finding,
} from './findings.ts';
import { outcomeOf, outcomes, type Outcome } from './outcome.ts';
import { programme } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** How many findings stand on one page of a list. */
const pageLength = 100;

/**
 * How much of a list stands on pages, and on how many at the most. `whole`: the lists by month, so that every problem stands in one,
 * and that of the commendations. `beginning`: the others are read from their beginning; of 100,000 findings they would be four
 * thousand pages a language, and a drop of one in a hundred changes nearly all of them. `first page`: kinds of which few read on.
 */
const mostPages = { whole: Number.POSITIVE_INFINITY, beginning: 10, 'first page': 1 } as const;

/**
 * What can have a list of its own: all problems, those that have one thing in common, or the commendations. A step is one that
 * some problems have behind them, or have not: `sent`, `ever_claimed`, `ever_reopened`, `no_reply`.
 */
export type ListKind =
  | 'all'
  | 'outcome'
  | 'step'
  | 'department'
  | 'category'
  | 'channel'
  | 'severity'
  | 'cohort'
  | 'period'
  | 'month'
  | 'commendations';

/** What a list holds. `id` says which outcome, department, month …; it is '' for all problems and for the commendations. */
export interface ListSubject {
  readonly of: ListKind;
  readonly id: string;
}

/** One page of a list of findings. */
export interface ListPage {
  readonly subject: ListSubject;
  readonly rows: readonly Finding[];
  /** The path of this page under `findings/`, '' for the first page of all. */
  readonly path: string;
  /** The paths of all pages of the list, this one among them. */
  readonly pages: readonly string[];
  /** The place of this page among them, from 0. */
  readonly place: number;
  /** What its pages show of a list that has more rows; the rest stands in its file. */
  readonly cut: Cut | undefined;
  /** What was noted as good by the same channel, cohort …: on the first page of such a list. */
  readonly good: readonly Finding[];
}

/** What stands on pages of a list that is cut: so many rows on its one page, on all of its pages, or of each outcome. */
interface Cut {
  readonly of: 'page' | 'pages' | 'outcomes';
  readonly shown: number;
}

/** A kind of list: its folder under `findings/`, its ids, and the rows of one of them. */
interface Kind {
  readonly folder: string;
  readonly ids: readonly string[];
  readonly rowsOf: (id: string) => readonly Finding[];
  /** Whether the rows stand by outcome, each outcome beginning at an anchor of its name. */
  readonly byOutcome?: true;
  /** How much of it stands on pages. */
  readonly extent: keyof typeof mostPages;
  /** The column that commendations share with the problems of the list, where none of their lists is by it. */
  readonly goodBy?: 'category_id' | 'channel' | 'severity' | 'cohort_id';
}

const byCategory = grouped(problems, ({ category_id }) => category_id);
const byMonth = grouped(problems, ({ found_on }) => found_on.slice(0, 7));
const byPeriod = grouped(problems, ({ period }) => period);
const byChannel = grouped(problems, ({ channel }) => channel);
const bySeverity = grouped(problems, ({ severity }) => severity);
const byCohort = grouped(problems, ({ cohort_id }) => cohort_id);

/** The months in which problems were found, the latest first. */
export const monthsFound: readonly string[] = [...byMonth.keys()].sort().reverse();

/** How many problems were found in a month. */
export function countInMonth(month: string): number {
  return byMonth.get(month)?.length ?? 0;
}

const steps: Readonly<Record<string, (finding: Finding) => boolean>> = {
  sent: ({ sent_on }) => sent_on !== '',
  ever_claimed: (finding) => ['claimed', 'confirmed'].includes(outcomeOf(finding)),
  ever_reopened: ({ times_reopened }) => (times_reopened ?? 0) > 0,
  no_reply: isNeverAnswered,
};

const codesOf = (list: readonly { readonly code: string }[], known: ReadonlyMap<string, unknown>) =>
  list.map(({ code }) => code).filter((code) => known.has(code));

const kinds: Readonly<Record<ListKind, Kind>> = {
  all: { folder: '', ids: [''], rowsOf: () => problems, extent: 'beginning' },
  outcome: {
    folder: 'status',
    ids: outcomes,
    rowsOf: (id) => (id === 'overdue' ? longestOverdue(problems) : problemsAt(id as Outcome)),
    extent: 'beginning',
  },
  step: {
    folder: 'step',
    ids: Object.keys(steps),
    rowsOf: (id) => byOutcome(problems.filter(steps[id] ?? (() => false))),
    extent: 'first page',
  },
  department: {
    folder: 'department',
    ids: tables.departments.map(({ department_id }) => department_id),
    rowsOf: (id) => byOutcome(problemsOf(id)),
    byOutcome: true,
    extent: 'beginning',
  },
  category: {
    folder: 'category',
    ids: tables.categories.map(({ category_id }) => category_id),
    rowsOf: (id) => byOutcome(byCategory.get(id) ?? []),
    goodBy: 'category_id',
    byOutcome: true,
    extent: 'beginning',
  },
  channel: {
    folder: 'channel',
    ids: codesOf(channels, byChannel),
    rowsOf: (id) => byOutcome(byChannel.get(id) ?? []),
    goodBy: 'channel',
    byOutcome: true,
    extent: 'first page',
  },
  severity: {
    folder: 'severity',
    ids: codesOf(severities, bySeverity),
    rowsOf: (id) => byOutcome(bySeverity.get(id) ?? []),
    goodBy: 'severity',
    byOutcome: true,
    extent: 'first page',
  },
  cohort: {
    folder: 'cohort',
    ids: tables.cohorts.map(({ cohort_id }) => cohort_id).filter((id) => byCohort.has(id)),
    rowsOf: (id) => byOutcome(byCohort.get(id) ?? []),
    goodBy: 'cohort_id',
    byOutcome: true,
    extent: 'first page',
  },
  period: {
    folder: 'period',
    // A month is a period of its own where the programme counts by month: its list is there already.
    ids: programme.period === 'month' ? [] : [...byPeriod.keys()].sort().reverse(),
    rowsOf: (id) => byPeriod.get(id) ?? [],
    extent: 'first page',
  },
  month: {
    folder: 'month',
    ids: monthsFound,
    rowsOf: (id) => latestFound(byMonth.get(id) ?? []),
    extent: 'whole',
  },
  commendations: { folder: 'commendations', ids: [''], rowsOf: () => commendations, extent: 'whole' },
};

/** The ids that lists of a kind are made for. */
export function listIds(kind: ListKind): readonly string[] {
  return kinds[kind].ids;
}

/** Whether the rows of a list stand by outcome, each outcome beginning at an anchor of its name. */
export function isByOutcome({ of }: ListSubject): boolean {
  return kinds[of].byOutcome === true;
}

function folderOf({ of, id }: ListSubject): string {
  return [kinds[of].folder, id].filter((part) => part !== '').join('/');
}

function pathOf(folder: string, page: number): string {
  const parts = [...(folder ? [folder] : []), ...(page > 0 ? [`page/${page + 1}`] : [])];
  return parts.join('/');
}

const all = (Object.keys(kinds) as ListKind[]).flatMap((of) =>
  kinds[of].ids.map((id) => {
    const subject: ListSubject = { of, id };
    return { subject, folder: folderOf(subject), rows: kinds[of].rowsOf(id) };
  }),
);

/** Every list that has a folder of its own, with its path under `findings/` and all its findings. */
export const lists: readonly { readonly folder: string; readonly rows: readonly Finding[] }[] = all.filter(
  ({ folder }) => folder !== '',
);

function goodOf({ of, id }: ListSubject): readonly Finding[] {
  const column = kinds[of].goodBy;
  return column === undefined ? [] : commendations.filter((finding) => finding[column] === id);
}

/** The lists with commendations, each in a file beside that of its problems. */
export const goodLists: readonly { readonly folder: string; readonly rows: readonly Finding[] }[] = all
  .map(({ subject, folder }) => ({ folder, rows: goodOf(subject) }))
  .filter(({ rows }) => rows.length > 0);

type Shown = Pick<ListPage, 'rows' | 'cut'>;

/** Of each outcome its share of the room, so that a number of any of them leads to its rows. */
function ofEachOutcome(rows: readonly Finding[], room: number): Shown {
  const groups = [...Map.groupBy(rows, outcomeOf).values()];
  const sizes = groups.map(({ length }) => length);
  const shown = evenShare(sizes, room);
  return { rows: groups.flatMap((group) => group.slice(0, shown)), cut: { of: 'outcomes', shown } };
}

/** What of a list stands on its pages. */
function shownOf({ of }: ListSubject, rows: readonly Finding[]): Shown {
  const { extent, byOutcome: isGrouped } = kinds[of];
  const room = mostPages[extent] * pageLength;
  if (rows.length <= room) return { rows, cut: undefined };
  if (extent === 'first page') return { rows: rows.slice(0, room), cut: { of: 'page', shown: room } };
  if (isGrouped) return ofEachOutcome(rows, room);
  return { rows: rows.slice(0, room), cut: { of: 'pages', shown: room } };
}

/** Every page of every list of findings that stands without script. */
export const listPages: readonly ListPage[] = all.flatMap(({ subject, folder, rows: whole }) => {
  const { rows, cut } = shownOf(subject, whole);
  const count = Math.max(1, Math.ceil(rows.length / pageLength));
  const pages = Array.from({ length: count }, (_, place) => pathOf(folder, place));
  return pages.map((path, place) => ({
    subject,
    rows: rows.slice(place * pageLength, (place + 1) * pageLength),
    path,
    pages,
    place,
    cut,
    good: place === 0 ? goodOf(subject) : [],
  }));
});

/** For each list by outcome, the page on which an outcome begins. */
const firstPages = new Map<string, string>();
for (const { subject, rows, path } of listPages) {
  if (!isByOutcome(subject)) continue;
  for (const row of rows) {
    const key = `${folderOf(subject)} ${outcomeOf(row)}`;
    if (!firstPages.has(key)) firstPages.set(key, path);
  }
}

/** The address of a list's page, for the links between pages. */
export function listPageAddress(language: string, path: string): string {
  return pageAddress(language, path ? `findings/${path}/` : 'findings/');
}

/** The address of a list; with an outcome, of the place in it where that outcome begins, if a page shows it. */
export function listAddress(language: string, subject: ListSubject, outcome?: Outcome): string {
  const folder = folderOf(subject);
  const first = outcome && firstPages.get(`${folder} ${outcome}`);
  return first === undefined
    ? listPageAddress(language, folder)
    : `${listPageAddress(language, first)}#${outcome}`;
}

/** The address of all problems, or of all at one outcome. */
export function problemsAddress(language: string, outcome?: Outcome): string {
  return listAddress(language, outcome ? { of: 'outcome', id: outcome } : { of: 'all', id: '' });
}

/** The file of the commendations that stand on the page of a list. */
export function goodFile(subject: ListSubject): string {
  return `findings/${folderOf(subject)}/commendations.csv`;
}

/** The file of a list: its rows as `findings.csv` has them. */
export function listFile(subject: ListSubject): string {
  const folder = folderOf(subject);
  return folder === '' ? 'data/latest/findings.csv' : `findings/${folder}/findings.csv`;
}
