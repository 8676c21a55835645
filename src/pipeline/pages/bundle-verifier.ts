import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashCode } from '../files/hash-code.ts';
import { made, openLast, type LastFiles, type MadeFile } from '../last-site/take-over.ts';

/** What it is made of, and by. */
const sources = [
  'src/verify',
  'src/model',
  'src/statistics',
  'src/pipeline/pages/bundle-verifier.ts',
  'package-lock.json',
];

const file = 'data/verify/verify.js';

async function write(root: string, site: string): Promise<MadeFile> {
  await mkdir(dirname(join(site, file)), { recursive: true });
  // A hundred megabytes that most builds can do without.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: join(root, 'src', 'verify', 'program.ts'),
    platform: 'neutral',
    // Papa Parse asks for Node's streams where it parses one; here it parses texts.
    external: [/^node:/, 'stream'],
    resolve: { mainFields: ['module', 'main'] },
    logLevel: 'warn',
  });
  await bundle.write({
    file: join(site, file),
    format: 'iife',
    codeSplitting: false,
    globals: { stream: 'undefined' },
  });
  await bundle.close();
  return made(file, await readFile(join(site, file)));
}

/**
 * Writes the program that verifies a site as one file, which runs with plain Node and in a browser. It is left readable:
 * whoever does not trust the site should be able to read what judges it. Where the last site has the same, it is taken over.
 */
export async function bundleVerifier(
  root: string,
  site: string,
  lastFiles: Omit<LastFiles, 'code'>,
): Promise<void> {
  const code = await hashCode(root, sources);
  const last = openLast<MadeFile>({ ...lastFiles, code }, site);
  last.keep([[code, last.take(code) ?? [await write(root, site)]]]);
}
