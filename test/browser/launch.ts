import { constants, existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** What a browser needs to be started. */
type Start = Pick<LaunchOptions, 'executablePath' | 'channel' | 'env'>;

/** Names under which a system may have the browser on its path. */
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * What we ask of the browser beside Playwright's own switches. Web security stays on, because the tests watch for requests to other
 * origins; every page has its own process, unlike in the package's own list, so that one that crashes does not take the rest along.
 */
const switches = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** How long is waited for anything on a page, in milliseconds: as long as for what a test expects of it. */
const longest = 100_000;

async function runnable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The browsers that the system has on its path. */
async function systemBrowsers(): Promise<Start[]> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = folders.flatMap((folder) => systemNames.map((name) => join(folder, name)));
  const there = await Promise.all(files.map(runnable));
  return files.filter((_, index) => there[index]).map((executablePath) => ({ executablePath }));
}

/** The folder of the packed browser, and the one that its unpacked files go to: named by version, never changed once there. */
function packageFolders(): { packed: string; unpacked: string } {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = dirname(dirname(entry));
  const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string };
  const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  return { packed: join(root, 'bin'), unpacked: join(modules, '.cache', `chromium-${version}`) };
}

/** Starts unpacking into a folder. The package always unpacks into the system's temporary folder, which it asks for right at the call. */
function inflateInto(folder: string, archive: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return inflate(archive);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * Unpacks the browser once. Test files run in processes of their own and may all come here at the same moment: each unpacks into a
 * folder of its own and moves it into place whole, so that nobody starts half a browser.
 */
async function unpackedBrowser(): Promise<string> {
  const { packed, unpacked } = packageFolders();
  if (existsSync(unpacked)) return unpacked;
  await mkdir(dirname(unpacked), { recursive: true });
  const own = await mkdtemp(`${unpacked}-`);
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflateInto(own, join(packed, archive))));
    await rename(own, unpacked);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw error;
  }
  return unpacked;
}

/** The environment of the packed browser: its own letters where the system has no font configuration, its own libraries on demand. */
function environment(folder: string, libraries: 'system' | 'own'): Record<string, string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const paths = [join(folder, 'al2023', 'lib'), inherited.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { ...inherited, ...fonts, ...(libraries === 'own' ? { LD_LIBRARY_PATH: paths } : {}) };
}

/** The browser that comes with npm: built for one system only, elsewhere an installed one is looked for where it usually is. */
function packagedBrowser(): (() => Promise<Start>)[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return ['chrome', 'msedge'].map((channel) => async () => ({ channel }));
  }
  // The package's libraries were built for another system: they serve only where the system's own are missing.
  return (['system', 'own'] as const).map((libraries) => async () => {
    const folder = await unpackedBrowser();
    return { executablePath: join(folder, 'chromium'), env: environment(folder, libraries) };
  });
}

/** The ways to start a browser on this machine, the best first. One that was named is the only one. */
async function ways(): Promise<(() => Promise<Start>)[]> {
  const named = process.env.CHROME_PATH;
  if (named) return [async () => ({ executablePath: named })];
  const system = await systemBrowsers();
  return [...system.map((start) => async () => start), ...packagedBrowser()];
}

/**
 * Starts a browser without a window: the system's own where there is one (`CHROME_PATH` names it, else it is looked for on the
 * path), else the one that comes with npm, so that a machine with nothing but Node can run the tests. `more` are switches besides ours.
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const failures: unknown[] = [];
  for (const way of await ways()) {
    try {
      const browser = await chromium.launch({ ...(await way()), args: [...switches, ...more] });
      browser.on('context', (context) => context.setDefaultTimeout(longest));
      return browser;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(
    failures,
    `No browser could be started; name one in CHROME_PATH\n${failures.map(String).join('\n')}`,
  );
}
