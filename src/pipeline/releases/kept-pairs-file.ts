import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeptPairs } from '../../model/earlier-survey.ts';

/*
 * `data/proofs/<n>.json`: what protection keeps of a release for the ones after it. It would tell the true counts of small
 * groups, so it lies outside `data/releases/`, of which everything is published.
 */

const fileOf = (data: string, release: number) => join(data, 'proofs', `${release}.json`);

/** What was kept of a release; nothing where the file is lost or spoilt: then other pairs must be found. */
export async function readKeptPairs(data: string, release: number): Promise<readonly KeptPairs[]> {
  try {
    const pairs: unknown = JSON.parse(await readFile(fileOf(data, release), 'utf8'));
    return Array.isArray(pairs) ? (pairs as KeptPairs[]) : [];
  } catch {
    return [];
  }
}

/** Keeps the pairs of a release; where there are none, no file. */
export async function writeKeptPairs(
  data: string,
  release: number,
  pairs: readonly KeptPairs[],
): Promise<void> {
  if (pairs.length === 0) return;
  const file = fileOf(data, release);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(pairs)}\n`);
  await rename(`${file}.new`, file);
}

/** Forgets what was kept of a release that was not made after all. */
export async function removeKeptPairs(data: string, release: number): Promise<void> {
  await rm(fileOf(data, release), { force: true });
}
