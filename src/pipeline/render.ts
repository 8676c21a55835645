import { spawn } from 'node:child_process';
import { cp, readdir, rename, stat } from 'node:fs/promises';
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
  /** A file with the ids of the findings whose pages are taken over and need not be rendered. */
  readonly keptFile: string;
}

const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');

/** Heap that a renderer takes at the least, and for each byte of the tables, all of which it holds. */
const leastHeap = 400;
const heapPerByte = 16;

/** Keeps a renderer from letting garbage lie: two of them run at once. */
async function memoryLimits(tables: string): Promise<string[]> {
  const names = (await readdir(tables)).filter((name) => name.endsWith('.csv'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(tables, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const heap = Math.max(leastHeap, Math.ceil((heapPerByte * bytes) / 2 ** 20));
  return [`--max-old-space-size=${heap}`, '--max-semi-space-size=2'];
}

/** Runs Astro in a process of its own, for the pages of one language. */
function renderLanguage(
  { root, tables, keptFile }: Rendering,
  language: string,
  folder: string,
  limits: readonly string[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...limits, astro, 'build', '--silent', '--root', root], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        ZHAOCHA_TABLES: tables,
        ZHAOCHA_LANGUAGE: language,
        ZHAOCHA_KEPT: keptFile,
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

async function eachAtMost<Item>(most: number, items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  // All must have ended before a failure is told: what is still being written could not be cleared away.
  const ended = await Promise.allSettled(Array.from({ length: Math.min(most, items.length) }, worker));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Renders the pages, every language in a process of its own, and puts them together as one site. Gives its folder. */
export async function render(rendering: Rendering): Promise<string> {
  const { languages, workshop } = rendering;
  const folderOf = (language: string) => join(workshop, language);
  const limits = await memoryLimits(rendering.tables);
  await eachAtMost(availableParallelism(), languages, (language) =>
    renderLanguage(rendering, language, folderOf(language), limits),
  );
  const [main = '', ...others] = languages;
  const site = folderOf(main);
  for (const language of others) {
    await rename(join(folderOf(language), language), join(site, language));
    await cp(join(folderOf(language), '_astro'), join(site, '_astro'), { recursive: true });
  }
  return site;
}

/** How many pages a folder holds. */
export async function countPages(site: string): Promise<number> {
  const entries = await readdir(site, { recursive: true });
  return entries.filter((name) => name.endsWith('.html')).length;
}
