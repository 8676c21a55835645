import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MakePages } from '../../src/pipeline/build.ts';
import { release, type Released, type ReleaseOptions } from '../../src/pipeline/release.ts';
import { run } from '../../src/pipeline/run.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** One page without numbers for all: rendering takes long, and touches nothing outside its own folder. */
export const onePage: MakePages = () => ({
  make: async ({ downloads, site }) => {
    await downloads.make();
    await downloads.prove();
    // What else lies under data/ comes with the pages.
    for (const folder of ['en', 'data']) await mkdir(join(site, folder), { recursive: true });
    const page = '<!doctype html><html lang="zh"><title>一页</title><main>一页</main></html>';
    await writeFile(join(site, 'index.html'), page);
    await writeFile(join(site, 'en', 'index.html'), page);
    return { pages: 2, record: async () => {} };
  },
  stop: async () => {},
});

/** Releases the programme in `FOLDER/data` to `FOLDER/site`: every step as ever, but the pages. */
export async function releaseQuickly(
  folder: string,
  changes: Partial<ReleaseOptions> = {},
): Promise<Released> {
  return await release({
    root,
    data: join(folder, 'data'),
    out: join(folder, 'site'),
    cache: join(folder, 'cache'),
    version: '0.0.0',
    publishedOn: '2026-05-04',
    note: {},
    commit: '',
    make: run,
    pages: onePage,
    ...changes,
  });
}

/** Pages that are never ready: whoever waits for them is killed, or waits for good. */
const noPage: MakePages = () => ({
  make: () =>
    new Promise(() => {
      setInterval(() => {}, 1_000);
    }),
  stop: async () => {},
});

// As a program it is there to be killed, with its release recorded and no site yet: `node release-quickly.ts FOLDER`.
const [program, folder] = process.argv.slice(1);
if (program === import.meta.filename && folder !== undefined) await releaseQuickly(folder, { pages: noPage });
