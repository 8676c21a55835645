import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { onTestFinished } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import type { TableName } from '../../src/model/published.ts';
import { run, type Outcome, type RunOptions } from '../../src/pipeline/run.ts';

/** The settings of a small programme in two languages. Keys given replace those here. */
const usual: Readonly<Record<string, string>> = {
  name: '{ zh: 小市体验官, en: Small City Officers }',
  city: '{ zh: 小市, en: Small City }',
  publisher: '{ zh: 小市办公室, en: Small City Office }',
  contact: 'a@example.org',
  corrections: 'b@example.org',
  demonstration: 'true',
  languages: '[zh, en]',
  time_zone: 'Asia/Shanghai',
  calendar: 'china',
  cutoff: '2025-06-30',
  period: 'quarter',
  deadlines: '{ serious: 3, ordinary: 5, minor: 10 }',
  thresholds: '{ days_before_survey_closes: 0 }',
  endings: '{ cost: { zh: 成本过高, en: Too costly } }',
  licence: '{ name: { zh: 署名, en: Attribution }, url: "https://example.org/" }',
};

/** The text of a `programme.yaml`; a key given as null is left out. */
export function settingsText(changes: Readonly<Record<string, string | null>> = {}): string {
  const all = Object.entries({ ...usual, ...changes });
  return all.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}\n`])).join('');
}

const lists: Readonly<Record<string, string>> = {
  'lookup/departments.csv':
    'id,name_zh,name_en,short_zh\npolice,公安局,Police Bureau,\nhrss,人力资源和社会保障局,Social Security Bureau,人社局\ntax,税务局,Tax Bureau,\n',
  'lookup/halls.csv': 'id,name_zh,name_en\ncentre,市政务中心,City Centre\nnorth,北区大厅,North Hall\n',
  'lookup/services.csv': 'id,name_zh,name_en,department\nid-card,身份证办理,Identity card,police\n',
  'lookup/categories.csv': 'id,name_zh,name_en,aim\nwaiting,等候太久,Long waits,convenient\n',
  'lookup/cohorts.csv':
    'id,name_zh,name_en,starts_on,ends_on,officers\n2025,第一届,First,2025-01-01,2025-12-31,40\n',
};

/** Files of a programme folder, by path; a text or bytes. A path given as null is left out. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** Writes a small programme into a folder of its own. */
export async function writeProgramme(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-small-'));
  await mkdir(join(folder, 'drops'));
  for (const [path, content] of Object.entries({ 'programme.yaml': settingsText(), ...lists, ...files })) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Rows of a published table, as text. */
export type TextRow = Readonly<Record<string, string>>;

export interface Result {
  readonly folder: string;
  readonly outcome: Outcome;
  /** Code, row, column and value of each problem, for short comparisons. */
  readonly problems: readonly Problem[];
  readonly text: (table: TableName) => Promise<string>;
  readonly rows: (table: TableName) => Promise<TextRow[]>;
  readonly again: (options?: Partial<RunOptions>) => Promise<Result>;
}

/** Runs the pipeline on a programme folder. */
export async function runFolder(folder: string, options: Partial<RunOptions> = {}): Promise<Result> {
  const tables = join(folder, 'tables');
  await rm(tables, { recursive: true, force: true });
  const outcome = await run({
    data: folder,
    cache: join(folder, 'cache'),
    tables,
    version: 'test',
    ...options,
  });
  const text = (table: TableName) => readFile(join(tables, 'latest', `${table}.csv`), 'utf8');
  return {
    folder,
    outcome,
    problems: outcome.problems,
    text,
    rows: async (table) =>
      Papa.parse<TextRow>(await text(table), { header: true, skipEmptyLines: true }).data,
    again: (more = {}) => runFolder(folder, { ...options, ...more }),
  };
}

/** Writes a small programme, runs it, and takes it away when the test is over. */
export async function runSmall(files: Files, options: Partial<RunOptions> = {}): Promise<Result> {
  const folder = await writeProgramme(files);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return runFolder(folder, options);
}
