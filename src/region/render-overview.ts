import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What is rendered: the tables of an overview, to where. */
export interface OverviewRendering {
  /** The folder of this project. */
  readonly root: string;
  readonly tables: string;
  /** The folder of the new site. */
  readonly site: string;
}

const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');

/** Renders the pages of an overview from its tables, in a process of its own. */
export async function renderOverview({ root, tables, site }: OverviewRendering): Promise<void> {
  const cache = await mkdtemp(join(tmpdir(), 'zhaocha-overview-'));
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [astro, 'build', '--silent', '--root', root, '--config', 'astro.region.config.mjs'],
        {
          cwd: root,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: {
            ...process.env,
            NODE_ENV: 'production',
            ASTRO_TELEMETRY_DISABLED: '1',
            ZHAOCHA_TABLES: tables,
            ZHAOCHA_OUT: site,
            ZHAOCHA_CACHE: cache,
          },
        },
      );
      const complaints: string[] = [];
      child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
      child.on('error', reject);
      child.on('close', (code) =>
        code === 0
          ? resolve()
          : reject(new Error(`the overview could not be rendered:\n${complaints.join('')}`)),
      );
    });
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}
