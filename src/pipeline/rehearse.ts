import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DropChanges } from '../model/drop-changes.ts';
import { run, type Outcome, type RunOptions } from './run.ts';
import { factsOf, liveTables, type LiveTables } from './what-changes/live-tables.ts';
import { whatChanges } from './what-changes/what-changes.ts';

/** What a rehearsal works on. */
export interface RehearsalOptions extends Omit<RunOptions, 'tables'> {
  /** The built site that is public where nothing was released yet. */
  readonly site: string;
  /** How many changes of each kind are listed; all are counted. */
  readonly most: number;
  /** Makes the tables; in this process unless told otherwise. */
  readonly make?: (options: RunOptions) => Promise<Outcome>;
}

/** What came of it. There are no changes to tell where the data must be mended first. */
export interface Rehearsal extends Outcome {
  readonly changes: DropChanges | null;
}

const names = (facts: ReadonlyMap<string, string>) =>
  [...facts].filter(([field]) => /^(?:name|city)_/.test(field)).join();

/** The site in the usual place may be that of another programme, the demonstration most likely: nothing of this one is public then. */
async function isOurs({ live, folder }: LiveTables, candidate: string): Promise<boolean> {
  return live.kind === 'release' || names(await factsOf(folder)) === names(await factsOf(candidate));
}

/**
 * Runs the recipe without publishing: the tables go into a private folder, are compared with what is public, and are
 * taken away again. Nothing else is written but the cache.
 */
export async function rehearse({ site, most, make = run, ...options }: RehearsalOptions): Promise<Rehearsal> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-rehearsal-'));
  try {
    const tables = join(folder, 'tables');
    const outcome = await make({ ...options, tables });
    if (!outcome.published) return { ...outcome, changes: null };
    const candidate = join(tables, 'latest');
    const live = await liveTables(options.data, site, join(folder, 'live'));
    const compared = live !== null && (await isOurs(live, candidate)) ? live : null;
    return { ...outcome, changes: await whatChanges(compared, candidate, most) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
