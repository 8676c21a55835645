import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assureRoom, bytesIn } from './place/assure-room.ts';
import { bundleVerifier } from './pages/bundle-verifier.ts';
import { bundleSite } from './pages/bundle-site.ts';
import { frameOf, lastSite, recordOf, recordSite, siteBefore } from './last-site/carry-over.ts';
import { claimSite, type ClaimedSite } from './place/claim-site.ts';
import { hashCode } from './files/hash-code.ts';
import { indexPages } from './pages/index-pages.ts';
import { takeAhead } from './last-site/take-ahead.ts';
import { packageApart } from './apart/package-apart.ts';
import { proveApart } from './prove/prove-apart.ts';
import { provePages } from './prove/prove-pages.ts';
import { downloadsFolder, readProven } from './prove/proven.ts';
import { assureReplaceable, clearAway, recover, swap } from './place/put-in-place.ts';
import { render, type Downloads } from './pages/render.ts';
import { settleUnpublished } from './releases/unpublished.ts';
import { runApart } from './apart/run-apart.ts';
import type { Outcome, RunOptions } from './run.ts';
import { beginSpare } from './last-site/spare.ts';
import { anHour, sweep } from './files/sweep.ts';

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

/** Makes the downloads, the pages and the index of their words. */
interface PageMaker {
  readonly make: (making: Making) => Promise<Pages>;
  /** Ends what was begun. Where the data must be mended nothing else is asked of it. */
  readonly stop: () => Promise<void>;
}

/** Begins with what needs no tables. */
export type MakePages = (begun: BuildOptions & Pick<Making, 'site'>) => PageMaker;

/** What makes the index of words, Pagefind's version included. */
const wordsCode = [
  'src/pipeline/pages/index-pages.ts',
  'src/pipeline/last-site/take-over.ts',
  'package-lock.json',
];

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

const makePages: MakePages = ({ root, out, site }) => {
  const bundled = bundleSite(root);
  // Told to whoever waits for it; where the data must be mended, nobody does.
  bundled.catch(() => {});
  const ahead = takeAhead(lastSite({ root, out }), site);
  return {
    make: async (making) => {
      const bundle = await bundled;
      const carrying = { ...making, root, code: bundle.code };
      const frame = await frameOf(carrying);
      const before = await siteBefore(carrying, frame);
      await ahead.keepFor(before);
      const verifier = bundleVerifier(root, site, { folder: out, record: recordOf(carrying, 'verifier') });
      const index = async () => {
        const code = await hashCode(root, wordsCode);
        await indexPages(site, making.languages, { folder: out, record: recordOf(carrying, 'words'), code });
      };
      const rendered = render({ ...making, bundle, before, index });
      // Both must have ended before a failure is told: what is still being written could not be cleared away.
      await Promise.allSettled([verifier, rendered]);
      await verifier;
      const { pages, made } = await rendered;
      await ahead.clear(made);
      return { pages, record: () => recordSite(carrying, frame, made) };
    },
    stop: ahead.stop,
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
  const site = join(making, 'site');
  const maker = pages({ ...options, site });
  try {
    const tables = join(making, downloadsFolder);
    const proof = join(workshop, 'proof.json');
    const proven = join(workshop, 'proven.json');
    const counted = make({ ...running, tables, proof });
    // Counting the files of a large site takes a moment: the tables are made meanwhile.
    // A folder that cannot be read fails it like a full disk, after the tables: nothing writes any more into what is cleared away.
    const room = Promise.try(() => assureRoomToBuild(options, bytesIn(out)));
    await Promise.allSettled([counted, room]);
    await room;
    const outcome = await counted;
    if (!outcome.published) return { ...outcome, pages: 0 };
    const languages = outcome.settings?.programme.languages ?? [];
    const { pages: count, record } = await maker.make({
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
    // Where the downloads were not proven there is nothing to read, and nothing is put in place.
    await provePages(site, await readProven(proven));
    await judge?.(site);
    await claim.assure();
    const replaced = await swap(site, out, mark);
    if (!beginSpare(lastSite(options), replaced) && replaced !== null) clearAway(replaced, out);
    return { ...outcome, pages: count };
  } finally {
    await maker.stop();
    // What cannot be removed now is swept by a later build: the site stands, or its failure is to be told.
    await Promise.allSettled(
      [making, workshop].map((folder) => rm(folder, { recursive: true, force: true })),
    );
  }
}
