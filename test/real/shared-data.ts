import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import Papa from 'papaparse';
import { published, type PublishedRow, type TableName } from '../../src/model/published.ts';
import { fileColumns } from '../../src/model/table.ts';
import { run, type Outcome } from '../../src/pipeline/run.ts';

/*
 * Real files lie beside the project, in ../shared/data, and are read from there. Where they are not, the tests that
 * need them say so and are passed over.
 */

const root = resolve(import.meta.dirname, '..', '..');
const shared = resolve(root, '..', 'shared', 'data');

/** Where a real file lies. */
export function realFile(name: string): string {
  return join(shared, name);
}

export const hasSharedData = existsSync(join(shared, 'checks.json'));
if (!hasSharedData) console.info('../shared/data is not here: the tests on real files are passed over');

/** Where a shared file lies. */
export function sharedFile(file: string): string {
  return join(shared, file);
}

interface CheckFigure<Expected> {
  readonly id: string;
  readonly base: number;
  readonly expected: Expected;
  readonly tolerance: number;
  readonly expected_percent?: Expected;
  readonly tolerance_percent?: number;
  /** What the publisher leaves out of its figures without saying so. */
  readonly left_out_by_the_report?: Expected;
  /** The published tables to hold against, by their folder. */
  readonly expected_files?: Readonly<Record<string, readonly string[]>>;
}

/** The figure that a set's publisher gives, or that was established for it. */
export async function checkFigure<Expected>(id: string): Promise<CheckFigure<Expected>> {
  const all = JSON.parse(await readFile(join(shared, 'checks.json'), 'utf8')) as CheckFigure<Expected>[];
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`checks.json has no ${id}`);
  return found;
}

/** A programme folder of test/programmes with real files as its drops, in a temporary folder. */
export async function programmeWith(name: string, files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `zhaocha-${name}-`));
  await cp(join(root, 'test', 'programmes', name), folder, { recursive: true });
  await mkdir(join(folder, 'drops'));
  for (const file of files) await cp(join(shared, file), join(folder, 'drops', basename(file)));
  return folder;
}

/** A published table, as its declaration has it. */
export async function readPublished<N extends TableName>(
  tables: string,
  name: N,
  languages: readonly string[],
): Promise<PublishedRow<N>[]> {
  const text = await readFile(join(tables, 'latest', `${name}.csv`), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const numeric = new Set(
    fileColumns(published[name], languages)
      .filter(({ type }) => type === 'integer' || type === 'number')
      .map((column) => column.name),
  );
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => [
        column,
        numeric.has(column) ? (cell === '' ? null : Number(cell)) : cell,
      ]),
    ),
  ) as PublishedRow<N>[];
}

/** Runs the pipeline on a programme folder. */
export async function runProgramme(folder: string): Promise<{ outcome: Outcome; tables: string }> {
  const tables = join(folder, 'tables');
  const outcome = await run({ data: folder, cache: join(folder, 'cache'), tables, version: 'test' });
  return { outcome, tables };
}
