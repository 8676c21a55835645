import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Writes the program that verifies a site as one file, which runs with plain Node and in a browser. It is left readable:
 * whoever does not trust the site should be able to read what judges it.
 */
export async function bundleVerifier(root: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const bundle = await rolldown({
    input: join(root, 'src', 'verify', 'program.ts'),
    platform: 'neutral',
    // Papa Parse asks for Node's streams where it parses one; here it parses texts.
    external: [/^node:/, 'stream'],
    resolve: { mainFields: ['module', 'main'] },
    logLevel: 'warn',
  });
  await bundle.write({ file, format: 'iife', codeSplitting: false, globals: { stream: 'undefined' } });
  await bundle.close();
}
