import { cp, mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from './bundle-site.ts';
import type { Before } from '../last-site/carry-over.ts';
import { spawnProgram } from '../apart/spawn-program.ts';

/** What is done with the downloads beside the pages. */
export interface Downloads {
  readonly make: (stop?: AbortSignal) => Promise<void>;
  /** Proves them safe, when they are made. */
  readonly prove: (stop?: AbortSignal) => Promise<void>;
}

/** What is rendered: the tables, in which languages, to where. */
export interface Rendering {
  readonly bundle: Bundle;
  /** The folder of the published tables. */
  readonly tables: string;
  readonly languages: readonly string[];
  /** The folder of the new site. */
  readonly site: string;
  /** A folder for what only the work needs. */
  readonly workshop: string;
  /** A site of before: what has not changed is taken over. */
  readonly before?: Before;
  /** Made meanwhile; the page that lists them waits for their index. Without it they are there, or will never be. */
  readonly downloads?: Downloads;
  /** Done as soon as all pages are there whose words can be looked for. */
  readonly index?: () => Promise<void>;
}

/** What came of it: how many pages the site has, and the files that tell what they were made of. */
export interface Rendered {
  readonly pages: number;
  readonly made: readonly string[];
}

/** The folder of this project. */
const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Heap that a renderer takes at the most: so much at the least, or so much for each byte of the tables, most of which it holds. What it
 * holds takes half of that. Near its limit it did nothing but collect garbage, and took twice the time.
 */
const leastHeap = 500;
const heapPerByte = 4;

/** Room for the short-lived, in megabytes: with a third of it an eighth of the time is lost to collecting garbage. */
const roomForTheYoung = 24;

/** How much heap a renderer of some tables takes at the most, in megabytes. */
async function heapFor(tables: string): Promise<number> {
  const names = (await readdir(tables)).filter((name) => name.endsWith('.csv'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(tables, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(leastHeap, Math.ceil((heapPerByte * bytes) / 2 ** 20));
}

/** Keeps a renderer from letting garbage lie: two of them run at once. */
const memoryLimits = (heap: number) => [
  `--max-old-space-size=${heap}`,
  `--max-semi-space-size=${roomForTheYoung}`,
];

/** A share of the pages, which one process renders: those of a language, or a part of them. What stands once for all is in no share. */
interface Share {
  readonly language: string;
  readonly part: number;
  readonly parts: number;
}

/** Every language is a share; where there are fewer languages than cores, each is divided. */
function sharesOf(languages: readonly string[], cores: number): Share[] {
  const parts = Math.ceil(cores / languages.length);
  return languages.flatMap((language) =>
    Array.from({ length: parts }, (_, part) => ({ language, part, parts })),
  );
}

const recordOf = (workshop: string, { language, part }: Share) => join(workshop, `${language}-${part}.tsv`);

/** What the processes that render have in common: the limits of their memory, and the folder where they claim what stands once. */
interface Together {
  readonly limits: readonly string[];
  readonly claims: string;
}

/** What a process says when all its pages are there whose words can be looked for. At its end it says how many pages it made. */
const wordsReady = 'words';

/** Renders a share of the pages in a process of its own. Gives the number of its pages. */
async function renderShare(
  { bundle, tables, site, workshop, before, downloads }: Rendering,
  share: Share,
  { limits, claims }: Together,
  { stop, tellReady }: { readonly stop: AbortSignal; readonly tellReady: () => void },
): Promise<number> {
  let pages = 0;
  const program = {
    parameters: [...limits, bundle.program],
    work: `the pages could not be rendered in ${share.language}`,
    // The program looks for packages from where it stands, whatever folder the command was given in.
    folder: root,
    environment: {
      NODE_ENV: 'production',
      ZHAOCHA_TABLES: tables,
      ZHAOCHA_LANGUAGE: share.language,
      // What stands once for all languages is claimed here, by whoever has time for it.
      ZHAOCHA_CLAIMS: claims,
      ZHAOCHA_PART: `${share.part}/${share.parts}`,
      ZHAOCHA_DOWNLOADS: downloads === undefined ? 'there' : 'coming',
      ZHAOCHA_OUT: site,
      ZHAOCHA_RECORD: recordOf(workshop, share),
      ZHAOCHA_BEFORE: before?.folder ?? '',
      ZHAOCHA_BEFORE_RECORD: before?.record ?? '',
      ZHAOCHA_TAKE: before?.take ?? 'by key',
      ZHAOCHA_CACHE: workshop,
    },
    hear: (line: string) => {
      if (line === wordsReady) tellReady();
      else pages = Number(line);
    },
  };
  await spawnProgram(program, stop);
  return pages;
}

type Work = (stop: AbortSignal) => Promise<unknown>;

/** Does pieces of work in their order, so many at once, and others beside them. The first that fails stops all. */
async function atOnce(most: number, work: readonly Work[], beside: readonly Work[]): Promise<void> {
  const stop = new AbortController();
  const waiting = [...work];
  const failures: unknown[] = [];
  const attempt = (one: Work) =>
    one(stop.signal).catch((error: unknown) => {
      failures.push(error);
      waiting.length = 0;
      stop.abort();
    });
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await attempt(next);
  };
  // All must have ended before a failure is told: what is still being written could not be cleared away.
  await Promise.all([...Array.from({ length: Math.min(most, work.length) }, worker), ...beside.map(attempt)]);
  if (failures.length > 0) throw failures[0];
}

const aborted = (stop: AbortSignal) =>
  new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));

/** Renders the pages into the folder of the new site, in as many processes as there are cores. */
export async function render(rendering: Rendering): Promise<Rendered> {
  const { bundle, tables, languages, site, workshop, downloads, index } = rendering;
  const heap = await heapFor(tables);
  const together = { limits: memoryLimits(heap), claims: await mkdtemp(join(workshop, 'claims-')) };
  const cores = availableParallelism();
  const shares = sharesOf(languages, cores);
  const pages: number[] = [];
  // Others begin to write into it at the same time: copying would stop where one of them makes the folder a moment earlier.
  await mkdir(site, { recursive: true });
  await cp(bundle.assets, site, { recursive: true });
  const ready = shares.map(() => Promise.withResolvers<void>());
  const work = shares.map((share, at): Work => async (stop) => {
    const tellReady = () => ready[at]?.resolve();
    pages.push(await renderShare(rendering, share, together, { stop, tellReady }));
    tellReady();
  });
  let made: Promise<void> | undefined;
  const make: Work = (stop) => {
    made = downloads?.make(stop);
    return made ?? Promise.resolve();
  };
  // No page waits for the proof, and it waits for none: it is small, and to put it into the row would leave a core idle before or after it.
  const prove: Work = async (stop) => {
    await made;
    await downloads?.prove(stop);
  };
  // Findings, their lists, pictures and what stands once for all hold no words to look for: they are rendered while those are gathered.
  const gather: Work = async (stop) => {
    await Promise.race([Promise.all(ready.map(({ promise }) => promise)), aborted(stop)]);
    if (!stop.aborted) await index?.();
  };
  // Where renderers take little memory the downloads are made beside them, so that all end together.
  if (heap === leastHeap) await atOnce(cores, work, [make, prove, gather]);
  else await atOnce(cores, [make, ...work], [prove, gather]);
  return {
    pages: pages.reduce((sum, one) => sum + one, 0),
    made: shares.map((share) => recordOf(workshop, share)),
  };
}
