import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Live } from '../../model/drop-changes.ts';
import { readReleases } from '../releases/read-releases.ts';
import { isUnpublished } from '../releases/unpublished.ts';

/** What is public now, and the folder in which its tables lie. */
export interface LiveTables {
  readonly live: Live;
  readonly folder: string;
}

/** The facts of a folder of public tables, by name. */
export async function factsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, 'programme.csv'), 'utf8');
  return new Map(
    Papa.parse<[string, string]>(text, { newline: '\r\n', skipEmptyLines: true }).data.map(
      ([field, value]) => [field, value],
    ),
  );
}

/**
 * Finds the tables that are public now: those of the last release, unfolded into `into`, or else those of a built site.
 * Null where there is neither.
 */
export async function liveTables(data: string, site: string, into: string): Promise<LiveTables | null> {
  const { releases } = await readReleases(data);
  // A release that died before its site was in place never became public.
  const last = releases.findLast(({ record }) => !isUnpublished(data, record.release));
  if (last !== undefined) {
    await mkdir(into, { recursive: true });
    for (const [name, bytes] of Object.entries(await last.files()))
      // The names are those that we wrote; an archive that was tampered with may hold others.
      if (/^[\w-]+\.csv$/.test(name)) await writeFile(join(into, name), bytes);
    const { release, version, published_on, cutoff } = last.record;
    return { live: { kind: 'release', release, version, published_on, cutoff }, folder: into };
  }
  const folder = join(site, 'data', 'latest');
  if (!existsSync(join(folder, 'programme.csv'))) return null;
  const cutoff = (await factsOf(folder)).get('cutoff') ?? '';
  return { live: { kind: 'site', site, cutoff }, folder };
}
