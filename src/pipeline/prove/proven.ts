import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Silent } from '../../verify/check-withheld.ts';
import { filesIn } from '../../verify/files-in.ts';
import { piecesOf } from '../files/read-pieces.ts';

/** What has been proven of the tables of a site, before its pages are there. */
export interface Proven {
  /** The hash of each file that could hold a number of the survey, from before the first of them was read. */
  readonly files: ReadonlyMap<string, string>;
  /** What the tables withhold, which no page may name. */
  readonly silent: Silent;
}

/** The folder of the downloads. */
export const downloadsFolder = 'data';

/** Every form that a table has, and what holds them all; but for findings, of which nothing is withheld. What else lies there comes with the pages. */
const isForm = /\.(?:csv|json|parquet|xlsx|zip)$/;
const isOfFindings = /\/finding(?:s|_events)\.[a-z]+$/;

function hashFile(path: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(path)) hash.update(piece);
  return hash.digest('base64url');
}

/** The hashes of the downloads of a site that could hold a number of the survey, by their addresses. */
export async function hashesOf(site: string): Promise<ReadonlyMap<string, string>> {
  const { names } = await filesIn(site, downloadsFolder);
  return new Map(
    names
      .filter((name) => isForm.test(name) && !isOfFindings.test(name))
      .map((name) => [name, hashFile(join(site, name))]),
  );
}

/** The files that are not as they were when they were proven, or were not there then, or no longer are. */
export async function changedSince({ files }: Proven, site: string): Promise<string[]> {
  const now = await hashesOf(site);
  return [...new Set([...files.keys(), ...now.keys()])].filter((name) => files.get(name) !== now.get(name));
}

/** What is withheld, by the columns that are blank. */
type Withheld = readonly (readonly [columns: readonly string[], names: readonly string[]])[];

/** Writes down what was proven. */
export async function writeProven(path: string, { files, silent }: Proven): Promise<void> {
  const rows = Map.groupBy(silent, ([, columns]) => columns);
  const withheld: Withheld = [...rows].map(([columns, own]) => [[...columns], own.map(([name]) => name)]);
  await writeFile(path, JSON.stringify({ files: [...files], withheld }));
}

/** Reads what was proven: fails where it was not written, or not whole. */
export async function readProven(path: string): Promise<Proven> {
  const { files, withheld } = JSON.parse(await readFile(path, 'utf8')) as {
    readonly files: readonly (readonly [string, string])[];
    readonly withheld: Withheld;
  };
  const silent = withheld.flatMap(([columns, names]) => {
    const blank = new Set(columns);
    return names.map((name) => [name, blank] as const);
  });
  return { files: new Map(files), silent: new Map(silent) };
}
