import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hashCode } from '../files/hash-code.ts';
import { sweepCompiled } from '../apart/keep-compiled.ts';
import { spawnProgram } from '../apart/spawn-program.ts';
import { sweep } from '../files/sweep.ts';

const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');

/** What the pages are rendered by. */
const code = ['src/site', 'src/model', 'src/statistics', 'astro.config.mjs', 'package-lock.json'];

/** The folder of the pages of a city's site. */
const citySite = 'src/site';

/** How long a bundle that no build uses is kept, in milliseconds: a day. */
const patience = 86_400_000;

/** The site's code, ready to render pages from any tables. */
export interface Bundle {
  /** The hash of the code: what was made by other code is not used again. */
  readonly code: string;
  /** The program that renders the pages. */
  readonly program: string;
  /** What goes into every site as it is: styles, scripts, pictures. */
  readonly assets: string;
}

/** Runs Astro in a process of its own: what it took is free again before pages are rendered. */
const runAstro = (root: string, source: string, out: string, cache: string): Promise<void> =>
  spawnProgram({
    parameters: [astro, 'build', '--silent', '--root', root],
    work: 'Astro could not bundle the site',
    folder: root,
    environment: {
      ASTRO_TELEMETRY_DISABLED: '1',
      ZHAOCHA_SOURCE: source,
      ZHAOCHA_OUT: out,
      ZHAOCHA_CACHE: cache,
    },
  });

const sealFile = 'seal';

/** Whether a bundle is there as it was made. A disk that fails or a copy that broke off must not render pages, or stop every build. */
async function isWhole(folder: string): Promise<boolean> {
  const seal = await readFile(join(folder, sealFile), 'utf8').catch(() => null);
  return seal !== null && seal === (await hashCode(folder, ['made']));
}

/** The bundle of some code that lies whole in a folder; null where there is none. What is spoilt goes. */
async function findWhole(home: string, hash: string): Promise<string | null> {
  const names = (await readdir(home)).filter((name) => name.startsWith(`${hash}.`));
  for (const folder of names.sort().map((name) => join(home, name))) {
    if (await isWhole(folder)) return folder;
    // Another build may be removing it at this moment.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
  return null;
}

/**
 * Makes a bundle, under a name of its own: two builds that make the same at once need not know of each other, and none takes away what
 * another renders from.
 */
async function makeBundle(root: string, source: string, home: string, hash: string): Promise<string> {
  const making = await mkdtemp(join(home, '.making-'));
  try {
    await sweepCompiled();
    await runAstro(root, source, join(making, 'made', 'assets'), join(making, 'astro'));
    await rm(join(making, 'astro'), { recursive: true, force: true });
    await writeFile(join(making, sealFile), await hashCode(making, ['made']));
    const folder = join(home, `${hash}.${randomUUID()}`);
    await rename(making, folder);
    return folder;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/**
 * Bundles the code of the site, in a folder of the cache that is named for it: while the code stays as it is, every build
 * renders from the same bundle. `source` is the folder of the pages, in the project.
 */
export async function bundleSite(root: string, source: string = citySite): Promise<Bundle> {
  const hash = await hashCode(root, [...new Set([source, ...code])]);
  const home = join(root, '.cache', 'bundles');
  await mkdir(home, { recursive: true });
  const folder = (await findWhole(home, hash)) ?? (await makeBundle(root, source, home, hash));
  await utimes(folder, new Date(), new Date());
  await sweep(home, patience);
  return {
    code: hash,
    program: join(folder, 'made', 'pages', 'prerender-entry.mjs'),
    assets: join(folder, 'made', 'assets'),
  };
}
