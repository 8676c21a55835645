import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assureRoom, bytesIn } from './assure-room.ts';
import { bundleVerifier } from './bundle-verifier.ts';
import { carryOver, recordSite, type Carrying, type CarryOver } from './carry-over.ts';
import { indexPages } from './index-pages.ts';
import { merge, move } from './move-files.ts';
import { packageApart, type Packaging } from './package-apart.ts';
import { planApart } from './plan-apart.ts';
import { proveSafe } from './prove-safe.ts';
import { assureReplaceable, recover, swap, sweep } from './put-in-place.ts';
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

/** Every site that we build has this file. */
const mark = join('data', 'latest', 'programme.csv');

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
  recover(out, mark);
  await assureReplaceable(out, mark);
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
    swap(site, out, mark);
    return { ...outcome, pages: count };
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(workshop, { recursive: true, force: true });
  }
}
