import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/pipeline/build.ts';

/** Builds the demonstration site into a folder: the one place where the tests ask for a build. */
export async function buildDemonstration(out: string): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  const { published, problems } = await build({
    root,
    data: join(root, 'data'),
    cache: join(root, '.cache', 'drops'),
    out,
    version: '0.0.0',
  });
  if (!published) throw new Error(`The demonstration data cannot be published: ${JSON.stringify(problems)}`);
}
