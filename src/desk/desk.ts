import { join } from 'node:path';
import type { DropChanges } from '../model/drop-changes.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { Words } from '../model/words.ts';
import { dropOf } from '../model/drop-order.ts';
import { groupProblems } from '../model/group-problems.ts';
import { everyProblem } from '../pipeline/every-problem.ts';
import { programmeKey } from '../pipeline/programme-key.ts';
import { readReleases, type Releases } from '../pipeline/releases/read-releases.ts';
import { rehearse } from '../pipeline/rehearse.ts';
import { runApart } from '../pipeline/apart/run-apart.ts';
import type { Outcome, Step } from '../pipeline/run.ts';
import { showRows, type ShownCell } from '../pipeline/take/show-rows.ts';
import type { PageChange } from './compare-sites.ts';
import { dataStand } from './data-stand.ts';
import { openWork, type Tell, type Work } from './work.ts';

/** What a desk works on. */
export interface DeskOptions {
  /** The folder of this project. */
  readonly root: string;
  /** The folder of the programme. */
  readonly data: string;
  /** Where records of drops are kept between runs. */
  readonly cache: string;
  /** Where the live site stands. */
  readonly out: string;
  readonly version: string;
  /** Instead of the cut-off in the settings. */
  readonly cutoff?: string;
  /** The language of the desk until somebody chooses another; that of the programme by default. */
  readonly language?: string;
  /** The moment at which something is done. */
  readonly now: () => Date;
}

/** What the last check has found, and the stand of the data that it speaks of. */
export interface Checked {
  readonly stand: string;
  readonly outcome: Outcome;
  /** What publishing would change; null where something must be mended first. */
  readonly changes: DropChanges | null;
  /** The rows in which problems lie, as they are in the drops: this page is seen by those who hold the drops. */
  readonly rows: ReadonlyMap<Problem, readonly ShownCell[]>;
  /** The problems that a person can settle here: one of each name or text, and how many rows have it. */
  readonly open: readonly OpenProblem[];
}

/** A problem that a person can settle, by the first row that has it. */
export interface OpenProblem {
  readonly problem: Problem;
  readonly rows: number;
}

/** A site built to be looked at, and how it differs from the live one. */
export interface Previewed {
  readonly stand: string;
  readonly pages: number;
  readonly changes: readonly PageChange[];
}

/** The desk: what it works on, and what it knows at the moment. */
export interface Desk {
  readonly options: DeskOptions;
  readonly work: Work;
  /** Where the site lies that is built to be looked at. */
  readonly previewSite: string;
  /** The settings, once a run has read them. */
  settings: Settings | null;
  checked: Checked | null;
  previewed: Previewed | null;
  ledger: { readonly stand: string; readonly releases: Releases } | null;
}

/** A desk that knows nothing yet. */
export function openDesk(options: DeskOptions): Desk {
  return {
    options,
    work: openWork(),
    previewSite: join(options.root, '.cache', 'desk', programmeKey(options.data), 'site'),
    settings: null,
    checked: null,
    previewed: null,
    ledger: null,
  };
}

/** The stand of everything a page shows: one that was shown at another stand may ask for nothing. */
export async function deskStand({ options, work }: Desk): Promise<string> {
  return `${work.turn()}-${await dataStand(options.data)}`;
}

/** The releases so far; read once for every stand of the data. */
export async function releasesOf(desk: Desk): Promise<Releases> {
  const stand = await dataStand(desk.options.data);
  if (desk.ledger?.stand !== stand) desk.ledger = { stand, releases: await readReleases(desk.options.data) };
  return desk.ledger.releases;
}

/** The drops that some release was made of: they stay where they are. */
export async function publishedDrops(desk: Desk): Promise<ReadonlySet<string>> {
  const { releases } = await releasesOf(desk);
  return new Set(releases.flatMap(({ record }) => record.inputs.map(({ file }) => dropOf(file))));
}

/** What a run says of itself while it runs. */
export function stepWords(step: Step): Words {
  switch (step.doing) {
    case 'begin':
      return { zh: '读取数据文件', en: 'Reading the drops' };
    case 'reading':
      return {
        zh: `读取数据文件：${Math.floor(step.share * 100)} %`,
        en: `Reading the drops: ${Math.floor(step.share * 100)} %`,
      };
    case 'read':
      return { zh: `已读 ${step.drop.file}`, en: `Read ${step.drop.file}` };
    case 'count':
      return { zh: '计数与统计', en: 'Counting' };
    case 'publish':
      return { zh: '写表格，生成网页', en: 'Writing tables and pages' };
  }
}

/** So many names and texts are asked about at once; the others come when these are settled. */
const mostAsked = 100;

/** What is to be settled: the key of a name or a text. */
function keyOf({ choose, settle }: Problem): string | null {
  if (choose !== undefined) return `${choose.list} ${choose.spelling}`;
  return settle?.file === 'redactions' ? (settle.cells[0] ?? null) : null;
}

async function openProblems(outcome: Outcome): Promise<OpenProblem[]> {
  const found = new Map<string, { problem: Problem; rows: number }>();
  for await (const problem of everyProblem(outcome)) {
    const key = keyOf(problem);
    if (key === null) continue;
    const before = found.get(key);
    if (before !== undefined) before.rows += 1;
    else if (found.size < mostAsked) found.set(key, { problem, rows: 1 });
  }
  return [...found.values()];
}

/** Keeps what a run has found, with the rows that it speaks of. */
export async function keepOutcome(
  desk: Desk,
  stand: string,
  outcome: Outcome,
  changes: DropChanges | null,
): Promise<Checked> {
  const open = await openProblems(outcome);
  const { fatal, warning } = groupProblems(outcome, outcome.settings?.programme.tolerate ?? []);
  const shown = [...fatal, ...warning].flatMap((group) => group.shown);
  const problems = [...new Set([...open.map(({ problem }) => problem), ...shown])];
  const asTheyAre = (text: string) => text;
  const rows =
    outcome.settings === null
      ? new Map<Problem, readonly ShownCell[]>()
      : await showRows(desk.options.data, outcome.settings, problems, asTheyAre);
  desk.checked = { stand, outcome, changes, rows, open };
  return desk.checked;
}

/** What a run of any kind is given. */
export function runOptions(desk: Desk, tell: Tell) {
  const { data, cache, version, cutoff, now } = desk.options;
  return {
    data,
    cache,
    version,
    now: now(),
    tell: (step: Step) => {
      if (step.doing === 'begin') desk.settings = step.settings;
      tell(stepWords(step));
    },
    ...(cutoff === undefined ? {} : { cutoff }),
  };
}

/** So many changes of each kind are listed; all are counted. */
const mostChanges = 50;

/** Checks the drops as they are, as `npm run check` does, and keeps what was found. */
export async function checkNow(desk: Desk, tell: Tell): Promise<Checked> {
  const { data, out } = desk.options;
  const stand = await dataStand(data);
  const { changes, ...outcome } = await rehearse({
    ...runOptions(desk, tell),
    site: out,
    most: mostChanges,
    make: runApart,
  });
  return await keepOutcome(desk, stand, outcome, changes);
}
