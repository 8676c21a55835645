import { spawn } from 'node:child_process';
import { cp, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/** What is rendered: the tables, in which languages, to where. */
export interface Rendering {
  /** The folder of this project. */
  readonly root: string;
  /** The folder of the published tables. */
  readonly tables: string;
  readonly languages: readonly string[];
  /**
   * A folder for the work, inside that of the project: Astro keeps its own files beside the pages only there; elsewhere
   * two renderings would write into each other's.
   */
  readonly workshop: string;
  /** The findings whose pages are taken over and need not be rendered. */
  readonly kept: Promise<readonly string[]>;
  /** Makes the downloads meanwhile; the page that lists them waits for their index. Without it they are there, or will never be. */
  readonly downloads?: (stop: AbortSignal) => Promise<void>;
}

const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');

/** Heap that a renderer takes at the least, and for each byte of the tables, all of which it holds. */
const leastHeap = 400;
const heapPerByte = 16;

/** Room for the short-lived, in megabytes: with less a third of a renderer's time goes to collecting garbage. */
const roomForTheYoung = 12;

/** Keeps a renderer from letting garbage lie: two of them run at once. */
async function memoryLimits(tables: string): Promise<string[]> {
  const names = (await readdir(tables)).filter((name) => name.endsWith('.csv'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(tables, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const heap = Math.max(leastHeap, Math.ceil((heapPerByte * bytes) / 2 ** 20));
  return [`--max-old-space-size=${heap}`, `--max-semi-space-size=${roomForTheYoung}`];
}

/** Runs Astro in a process of its own, for the pages of one language. */
function renderLanguage(
  { root, tables, workshop, downloads }: Rendering,
  language: string,
  keptFile: string,
  limits: readonly string[],
  stop: AbortSignal,
): Promise<void> {
  const folder = folderOf(workshop, language);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...limits, astro, 'build', '--silent', '--root', root], {
      cwd: root,
      signal: stop,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        ZHAOCHA_TABLES: tables,
        ZHAOCHA_LANGUAGE: language,
        ZHAOCHA_KEPT: keptFile,
        ZHAOCHA_DOWNLOADS: downloads === undefined ? 'there' : 'coming',
        ZHAOCHA_OUT: folder,
        ZHAOCHA_CACHE: `${folder}.astro`,
      },
    });
    const complaints: string[] = [];
    child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Astro could not render ${language}:\n${complaints.join('')}`)),
    );
  });
}

type Work = (stop: AbortSignal) => Promise<unknown>;

/** Does pieces of work in their order, so many at once. The first that fails stops the others. */
async function atOnce(most: number, work: readonly Work[]): Promise<void> {
  const stop = new AbortController();
  const waiting = [...work];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await next(stop.signal).catch((error: unknown) => {
        failures.push(error);
        waiting.length = 0;
        stop.abort();
      });
  };
  // All must have ended before a failure is told: what is still being written could not be cleared away.
  await Promise.all(Array.from({ length: Math.min(most, work.length) }, worker));
  if (failures.length > 0) throw failures[0];
}

const folderOf = (workshop: string, language: string) => join(workshop, language);

/** Renders the pages, every language in a process of its own, and puts them together as one site. Gives its folder. */
export async function render(rendering: Rendering): Promise<string> {
  const { languages, workshop, kept, downloads } = rendering;
  const limits = await memoryLimits(rendering.tables);
  const keptFile = join(workshop, 'kept.txt');
  const planned = kept.then((ids) => writeFile(keptFile, ids.join('\n')));
  // Told by the first renderer that waits for it; where the downloads fail before, none does.
  planned.catch(() => {});
  await atOnce(availableParallelism(), [
    ...(downloads === undefined ? [] : [downloads]),
    ...languages.map((language): Work => async (stop) => {
      await planned;
      await renderLanguage(rendering, language, keptFile, limits, stop);
    }),
  ]);
  const [main = '', ...others] = languages;
  const site = folderOf(workshop, main);
  for (const language of others) {
    const folder = folderOf(workshop, language);
    await rename(join(folder, language), join(site, language));
    await cp(join(folder, '_astro'), join(site, '_astro'), { recursive: true });
  }
  return site;
}

/** How many pages a folder holds. */
export async function countPages(site: string): Promise<number> {
  const entries = await readdir(site, { recursive: true });
  return entries.filter((name) => name.endsWith('.html')).length;
}
