import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assureRoom, bytesIn } from './assure-room.ts';
import { bundleVerifier } from './bundle-verifier.ts';
import { carryOver, recordSite, type Carrying, type CarryOver } from './carry-over.ts';
import { indexPages } from './index-pages.ts';
import { packageApart, type Packaging } from './package-apart.ts';
import { planApart } from './plan-apart.ts';
import { proveSafe } from './prove-safe.ts';
import { countPages, render } from './render.ts';
import { settleUnpublished } from './releases/unpublished.ts';
import { runApart } from './run-apart.ts';
import type { Outcome, RunOptions } from './run.ts';

/** What a build of the site works on. */
export interface BuildOptions extends Omit<RunOptions, 'tables'> {
  /** The folder of this project. */
  readonly root: string;
  /** Where the finished site goes. Whatever stands there stays until the new one is whole. */
  readonly out: string;
  /** Makes the tables; from the drops unless told otherwise. */
  readonly make?: (options: RunOptions) => Promise<Outcome>;
  /** Has the last word on the finished site: what it throws leaves the last good one in place. */
  readonly judge?: (site: string) => Promise<void>;
  /** Makes downloads and pages; by rendering them unless told otherwise. */
  readonly pages?: MakePages;
}

/** What came of a build, with the number of pages of the site. */
export interface Built extends Outcome {
  readonly pages: number;
}

/** Told to the caller when the target is a folder that no build of ours has made. */
export class NotOurs extends Error {}

/** Every site that we build has this file; a folder with other things in it is not replaced. */
const mark = join('data', 'latest', 'programme.csv');

async function isReplaceable(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.length === 0 || existsSync(join(folder, mark));
}

const previous = (out: string) => `${out}.previous`;

/** A build that died in the middle of the swap left the last good site under its second name: it goes back. */
function recover(out: string): void {
  if (!existsSync(out) && existsSync(join(previous(out), mark))) renameSync(previous(out), out);
}

/**
 * Removes the site before this one in a process of its own: nobody need wait for it. It gets another name first, so
 * that what is being removed is never taken for the last good site; what is left is swept away by a later build.
 */
function clearAway(out: string): void {
  if (!existsSync(previous(out))) return;
  const doomed = `${out}.making-way-${process.pid}`;
  renameSync(previous(out), doomed);
  const remove = `require('node:fs').rmSync(${JSON.stringify(doomed)}, { recursive: true, force: true })`;
  spawn(process.execPath, ['-e', remove], { detached: true, stdio: 'ignore' }).unref();
}

/** Puts the new site in the place of the old one: two renames, nothing between them that could wait or fail half-way. */
function swap(made: string, out: string): void {
  rmSync(previous(out), { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous(out));
  try {
    renameSync(made, out);
  } catch (error) {
    recover(out);
    throw error;
  }
  clearAway(out);
}

/** Clears away what builds that were killed have left in a folder. */
async function sweep(folder: string, start: string): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(start)) continue;
    // Another process may be removing it at this moment; what stays is swept by a later build.
    const made = await stat(path).catch(() => null);
    if (made !== null && made.mtimeMs < hourAgo)
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Moves what a folder holds into another, which may hold other things already. */
async function merge(from: string, into: string): Promise<void> {
  if (!existsSync(into)) return await move(from, into);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(into, entry.name)];
    await (entry.isDirectory() ? merge(source, target) : move(source, target));
  }
}

/** Moves a file or a folder, to another disk if need be. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  });
}

/** Makes the downloads of a folder of tables and the pages of a site. */
export type MakePages = typeof makePages;

/** A first site of a small programme, in bytes. One that turns out larger than its disk stops later, as harmlessly. */
const leastRoom = 20_000_000;

/** Tries disk and rights before anything is changed: the new site takes as much as the one that stands, twice while it is made. */
async function assureRoomToBuild({ root, out }: BuildOptions): Promise<void> {
  const bytes = leastRoom + bytesIn(out);
  await assureRoom([
    { folder: dirname(out), bytes },
    { folder: join(root, '.cache'), bytes },
  ]);
}

/**
 * Makes the downloads and the pages. Pages that are taken over go straight into the site; the rendered ones wait in the
 * folder that is given back.
 */
async function makePages(
  carrying: Carrying,
  packaging: Packaging,
  workshop: string,
  site: string,
): Promise<{ readonly plan: CarryOver; readonly rendered: string }> {
  const planned = planApart(carrying);
  const carried = planned.then((plan) => carryOver(carrying, plan, site));
  const bundled = bundleVerifier(carrying.root, join(site, 'data', 'verify', 'verify.js'));
  const rendered = render({
    ...carrying,
    workshop,
    kept: planned.then(({ kept }) => kept),
    downloads: (stop) => packageApart(packaging, stop),
  });
  // All must have ended before a failure is told: what is still being written could not be cleared away.
  await Promise.allSettled([carried, bundled, rendered]);
  await Promise.all([carried, bundled]);
  return { plan: await planned, rendered: await rendered };
}

/**
 * Builds the site aside and puts it in place when it is whole. Data that must be mended, a full disk, a killed
 * process: the last good site stands as it was.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { out } = options;
  recover(out);
  if (!(await isReplaceable(out))) throw new NotOurs(out);
  await assureRoomToBuild(options);
  await settleUnpublished(options.data);
  await mkdir(dirname(out), { recursive: true });
  await sweep(dirname(out), `${basename(out)}.making-`);
  const making = await mkdtemp(`${out}.making-`);
  const rendering = join(options.root, '.cache', 'rendering');
  await mkdir(rendering, { recursive: true });
  await sweep(rendering, 'of-');
  const workshop = await mkdtemp(join(rendering, 'of-'));
  try {
    const tables = join(making, 'tables');
    const { make = runApart, pages = makePages, judge, ...running } = options;
    const proof = join(workshop, 'proof.json');
    const outcome = await make({ ...running, tables, proof });
    if (!outcome.published) return { ...outcome, pages: 0 };
    const languages = outcome.settings?.programme.languages ?? [];
    const carrying = { root: options.root, tables: join(tables, 'latest'), languages, out };
    const site = join(making, 'site');
    const { plan, rendered } = await pages(carrying, { tables, data: options.data }, workshop, site);
    const count = (await countPages(rendered)) + plan.kept.length * languages.length;
    await merge(rendered, site);
    for (const name of await readdir(tables)) await move(join(tables, name), join(site, 'data', name));
    await recordSite(carrying, plan, site);
    // The words are gathered by a program of their own, so the proof can be had beside it.
    const last = [indexPages(site, languages), proveSafe(site, proof)];
    await Promise.allSettled(last);
    await Promise.all(last);
    await judge?.(site);
    swap(site, out);
    return { ...outcome, pages: count };
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(workshop, { recursive: true, force: true });
  }
}
