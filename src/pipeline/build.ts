import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assureRoom, bytesIn } from './assure-room.ts';
import { bundleVerifier } from './bundle-verifier.ts';
import { bundleSite } from './bundle-site.ts';
import { frameOf, recordOf, recordSite, siteBefore } from './carry-over.ts';
import { claimSite, type ClaimedSite } from './claim-site.ts';
import { hashCode } from './hash-code.ts';
import { indexPages } from './index-pages.ts';
import { packageApart } from './package-apart.ts';
import { proveApart } from './prove-apart.ts';
import { provePages } from './prove-pages.ts';
import { downloadsFolder, readProven } from './proven.ts';
import { assureReplaceable, recover, swap } from './put-in-place.ts';
import { render, type Downloads } from './render.ts';
import { settleUnpublished } from './releases/unpublished.ts';
import { runApart } from './run-apart.ts';
import type { Outcome, RunOptions } from './run.ts';
import { anHour, sweep } from './sweep.ts';

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

/** A site that is being made. */
export interface Making {
  /** The folder of the published tables. */
  readonly tables: string;
  readonly languages: readonly string[];
  /** Where the last site stands. */
  readonly out: string;
  /** The folder of the new one. */
  readonly site: string;
  /** A folder for what only the work needs. */
  readonly workshop: string;
  readonly downloads: Downloads;
}

/** What came of it: how many pages the site has, and what records how they were made. */
interface Pages {
  readonly pages: number;
  readonly record: () => Promise<void>;
}

/** Makes the downloads and the pages of a site: begins with what needs no tables, and goes on when they are there. */
export type MakePages = (root: string) => (making: Making) => Promise<Pages>;

/** What makes the index of words, Pagefind's version included. */
const wordsCode = ['src/pipeline/index-pages.ts', 'src/pipeline/take-over.ts', 'package-lock.json'];

/** A first site of a small programme, in bytes. One that turns out larger than its disk stops later, as harmlessly. */
const leastRoom = 20_000_000;

/** Tries disk and rights: the new site takes as much as the one that stands, twice while it is made. */
function assureRoomToBuild({ root, out }: BuildOptions, standing: number): Promise<void> {
  const bytes = leastRoom + standing;
  return assureRoom([
    { folder: dirname(out), bytes },
    { folder: join(root, '.cache'), bytes },
  ]);
}

const makePages: MakePages = (root) => {
  const bundled = bundleSite(root);
  // Told to whoever waits for it; where the data must be mended, nobody does.
  bundled.catch(() => {});
  return async (making) => {
    const bundle = await bundled;
    const { site } = making;
    const carrying = { ...making, root, code: bundle.code };
    const frame = await frameOf(carrying);
    const before = await siteBefore(carrying, frame);
    const verifier = bundleVerifier(root, site, {
      folder: making.out,
      record: recordOf(carrying, 'verifier'),
    });
    const rendered = render({ ...making, bundle, before });
    // Both must have ended before a failure is told: what is still being written could not be cleared away.
    await Promise.allSettled([verifier, rendered]);
    await verifier;
    const { pages, made } = await rendered;
    return { pages, record: () => recordSite(carrying, frame, made) };
  };
};

/**
 * Builds the site aside and puts it in place when it is whole. Data that must be mended, a full disk, a killed
 * process: the last good site stands as it was. One build of a site at a time.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { out } = options;
  await assureReplaceable(out, mark);
  await assureRoomToBuild(options, 0);
  await mkdir(dirname(out), { recursive: true });
  const claim = await claimSite(out);
  try {
    recover(out, mark);
    return await buildAside(options, claim);
  } finally {
    await claim.leave();
  }
}

async function buildAside(options: BuildOptions, claim: ClaimedSite): Promise<Built> {
  const { out } = options;
  await settleUnpublished(options.data);
  await sweep(dirname(out), anHour, `${basename(out)}.making-`);
  const making = await mkdtemp(`${out}.making-`);
  const rendering = join(options.root, '.cache', 'rendering');
  await mkdir(rendering, { recursive: true });
  await sweep(rendering, anHour, 'of-');
  const workshop = await mkdtemp(join(rendering, 'of-'));
  const { make = runApart, pages = makePages, judge, ...running } = options;
  const makeFrom = pages(options.root);
  try {
    const tables = join(making, downloadsFolder);
    const proof = join(workshop, 'proof.json');
    const proven = join(workshop, 'proven.json');
    const counted = make({ ...running, tables, proof });
    // Counting the files of a large site takes a moment: the tables are made meanwhile.
    const room = assureRoomToBuild(options, bytesIn(out));
    await Promise.allSettled([counted, room]);
    await room;
    const outcome = await counted;
    if (!outcome.published) return { ...outcome, pages: 0 };
    const languages = outcome.settings?.programme.languages ?? [];
    const site = join(making, 'site');
    const { pages: count, record } = await makeFrom({
      tables: join(tables, 'latest'),
      languages,
      out,
      site,
      workshop,
      downloads: {
        make: (stop) => {
          const last = { site: out, record: recordOf(options, 'downloads') };
          return packageApart({ tables, data: options.data, last }, stop);
        },
        prove: (stop) => {
          const attacks = join(options.root, '.cache', 'attacks');
          return proveApart({ site: making, proof, attacks, proven }, stop);
        },
      },
    });
    for (const name of await readdir(tables))
      await rename(join(tables, name), join(site, downloadsFolder, name));
    await record();
    // The words are gathered by a program of their own, so the pages can be looked through beside it.
    const last = [
      indexPages(site, languages, {
        folder: out,
        record: recordOf(options, 'words'),
        code: await hashCode(options.root, wordsCode),
      }),
      // Where the downloads were not proven there is nothing to read, and nothing is put in place.
      readProven(proven).then((tablesProven) => provePages(site, tablesProven)),
    ];
    await Promise.allSettled(last);
    await Promise.all(last);
    await judge?.(site);
    await claim.assure();
    await swap(site, out, mark);
    return { ...outcome, pages: count };
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(workshop, { recursive: true, force: true });
  }
}
