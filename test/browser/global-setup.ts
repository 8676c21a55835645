import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDemonstration } from './demonstration-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built demonstration site. */
    site: string;
  }
}

/**
 * Builds the demonstration site once for all tests that look at one, into a temporary folder. `ZHAOCHA_SITE` names a site that is
 * built already, to run the tests again without waiting.
 */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const built = process.env.ZHAOCHA_SITE;
  if (built) {
    provide('site', built);
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-site-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const site = join(folder, 'site');
    await buildDemonstration(site);
    provide('site', site);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
