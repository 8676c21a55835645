import { checkColumns, readCodebook, type Codebook } from './codebook.ts';
import { checkChain } from './check-chain.ts';
import { checkHashes } from './check-hashes.ts';
import { checkHistory } from './check-history.ts';
import { checkKeys } from './check-keys.ts';
import { checkLastTold } from './check-last-told.ts';
import { checkPages } from './check-pages.ts';
import { checkProtection } from './check-protection.ts';
import { checkTotals } from './check-totals.ts';
import { checkWorkingDays } from './check-working-days.ts';
import type { Check, Difference, SiteFiles } from './difference.ts';
import { cell, readPublic, type PublicTables } from './read-table.ts';
import { recount, type Recount } from './recount/recount.ts';

/** What verification is at. */
export type Stage = 'hashes' | 'tables' | 'forms' | 'recount' | 'chain' | 'pages';

/** What came of verifying a site. */
export interface Verified {
  readonly counted: Omit<Recount, 'differences'>;
  readonly pages: number;
  /** How many numbers on the pages were held against their figure. */
  readonly numbers: number;
  readonly releases: number;
  /** Whether the other forms of the tables were read too, or only held against their hashes. */
  readonly forms: 'read' | 'hashed';
  readonly differences: readonly Difference[];
}

const uncounted: Verified['counted'] = {
  figures: 0,
  recounted: 0,
  unfounded: new Map(),
  judged: 0,
  rows: { funnels: 0, curves: 0, answers: 0 },
};

/** Whether the engine lacks what was called. Tables are read as text, so that none brings that about; a record is JSON, and may. */
function isLack(error: unknown, check: Check): boolean {
  if (error instanceof ReferenceError) return true;
  return error instanceof TypeError && error.message.includes(' is not a function') && check !== 'chain';
}

/** A file that was spoilt so that it cannot be read is a difference like any other; what the engine lacks is none. */
async function attempt<Result>(
  check: Check,
  where: string,
  work: () => Result | Promise<Result>,
): Promise<{ readonly result: Result | null; readonly differences: readonly Difference[] }> {
  try {
    return { result: await work(), differences: [] };
  } catch (error) {
    if (isLack(error, check)) throw error;
    const found = error instanceof Error ? error.message : String(error);
    return { result: null, differences: [{ check, where, expected: 'something that can be read', found }] };
  }
}

function checkTables(tables: PublicTables, codebook: Codebook): Difference[] {
  const languages = cell(
    tables.programme.find((row) => cell(row, 'field') === 'languages'),
    'value',
  ).split(' ');
  return [
    ...checkColumns(tables, codebook),
    ...checkKeys(tables, languages),
    ...checkTotals(tables),
    ...checkHistory(tables),
    ...checkWorkingDays(tables),
    ...checkProtection(tables),
  ];
}

/**
 * Counts a site again from its public files alone, by code that shares with the pipeline only the declarations of the
 * tables and the statistics. Reading the other forms of the tables takes more than a browser has: who can brings it along.
 */
export async function verify(
  files: SiteFiles,
  tell: (stage: Stage, done: number, all: number) => void = () => {},
  checkForms: ((files: SiteFiles) => Promise<readonly Difference[]>) | null = null,
): Promise<Verified> {
  tell('hashes', 0, 1);
  const hashes = await attempt('hash', 'data/index.csv', () => checkHashes(files));
  tell('tables', 0, 1);
  const read = await attempt('form', 'data/latest/', async () => {
    const codebook = await readCodebook(files);
    return { codebook, tables: await readPublic(files, codebook) };
  });
  const nothing = { counted: uncounted, pages: 0, numbers: 0, releases: 0 };
  const extent = checkForms === null ? 'hashed' : 'read';
  const first = [...(hashes.result ?? []), ...hashes.differences, ...read.differences];
  if (read.result === null) return { ...nothing, forms: extent, differences: first };
  const { tables, codebook } = read.result;
  const tabled = await attempt('form', 'data/latest/', () => checkTables(tables, codebook));
  tell('forms', 0, 1);
  const forms = await attempt('copy', 'data/', () => checkForms?.(files) ?? []);
  tell('recount', 0, 1);
  const counted = await attempt('recount', 'data/latest/figures.csv', () => recount(tables));
  tell('chain', 0, 1);
  const chain = await attempt('chain', 'data/releases/', () => checkChain(files, tables));
  const repeated = await attempt('chain', 'data/latest/last_told.csv', () => checkLastTold(files));
  const pages = await attempt('page', 'pages', () =>
    checkPages(files, tables, (done, all) => tell('pages', done, all)),
  );
  return {
    counted: counted.result ?? { ...uncounted, figures: tables.figures.length },
    pages: pages.result?.pages ?? 0,
    numbers: pages.result?.numbers ?? 0,
    releases: tables.releases.length,
    forms: extent,
    differences: [
      ...first,
      ...(tabled.result ?? []),
      ...tabled.differences,
      ...(forms.result ?? []),
      ...forms.differences,
      ...(counted.result?.differences ?? []),
      ...counted.differences,
      ...(chain.result ?? []),
      ...chain.differences,
      ...(repeated.result ?? []),
      ...repeated.differences,
      ...(pages.result?.differences ?? []),
      ...pages.differences,
    ],
  };
}
