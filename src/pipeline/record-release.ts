import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptPairs } from '../model/earlier-survey.ts';
import type { ReleaseRecord } from '../model/release.ts';
import { releaseFiles } from '../model/release-files.ts';
import { packageApart } from './package-apart.ts';
import { makeRecord, nextVersion, saysTheSame, tableRecords, tablesIn } from './releases/make-record.ts';
import { removeKeptPairs, writeKeptPairs } from './releases/kept-pairs-file.ts';
import { readReleases, type EarlierRelease } from './releases/read-releases.ts';
import { runApart } from './run-apart.ts';
import type { Outcome, RunOptions } from './run.ts';

/** What is released, and how it is called. */
export interface Release extends Omit<RunOptions, 'tables'> {
  readonly publishedOn: string;
  /** What has changed, in each language. */
  readonly note: Readonly<Record<string, string>>;
  /** The commit of this project, '' where it is not known. */
  readonly commit: string;
}

/** Told to the caller when somebody else has released meanwhile: theirs stands, ours was not made. */
export class Overtaken extends Error {}

/** Makes the tables of a release: from the drops, or those of an earlier one. */
export type Make = (options: RunOptions) => Promise<Outcome>;

/** What came of recording: null where the data must be mended, or nothing differs from the release before. */
export interface Recorded {
  readonly record: ReleaseRecord | null;
  readonly outcome: Outcome;
  /** Takes the record back, where its site could not be made. */
  readonly forget: () => Promise<void>;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Writes the record and the archive of the next release into a folder. Null where the tables say what the last release said. */
async function write(
  options: Release,
  releases: readonly EarlierRelease[],
  outcome: Outcome,
  putBack: ReleaseRecord | null,
  folder: string,
): Promise<ReleaseRecord | null> {
  const last = releases.at(-1);
  const tables = join(folder, 'tables');
  const contents = await tablesIn(join(tables, 'latest'));
  if (last !== undefined && saysTheSame(last.record.tables, tableRecords(contents))) return null;
  const before = last === undefined ? null : { version: last.record.version, files: await last.files() };
  const version = nextVersion(before, contents);
  const { publishedOn, note, data } = options;
  await packageApart({ tables, data, issue: { version, publishedOn } });
  const archive = join(tables, 'latest', releaseFiles.archive);
  const made = makeRecord(contents, await readFile(archive), last, version, {
    publishedOn,
    note,
    generator: { version: options.version, commit: options.commit },
    settingsSha256: putBack?.settings_sha256 ?? hashOf(JSON.stringify(outcome.settings)),
    inputs: putBack?.inputs ?? outcome.drops.map(({ file, sha256 }) => ({ file, sha256 })),
    rolledBack: putBack?.release ?? null,
  });
  const release = join(folder, 'release');
  await mkdir(release);
  await cp(archive, join(release, releaseFiles.archive));
  await writeFile(join(release, releaseFiles.record), `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

/** Puts the record in its place. Of two who release at once the disk lets one through: a folder that is there stays. */
async function claim(made: string, place: string): Promise<string> {
  await rename(made, place).catch((error: unknown) => {
    throw existsSync(place) ? new Overtaken(place) : error;
  });
  return place;
}

/** What the run has left to keep; nothing where it had nothing to protect, or put an earlier release back. */
async function pairsIn(proof: string): Promise<readonly KeptPairs[]> {
  const text = await readFile(proof, 'utf8').catch(() => null);
  return text === null ? [] : (JSON.parse(text) as { readonly keep: readonly KeptPairs[] }).keep;
}

/**
 * Runs what the drops say and records it as the next release in `data/releases/<n>/`, with what protects it in `data/proofs/`.
 * It makes no site: the caller does, or knows why none is wanted.
 */
export async function recordRelease(
  options: Release,
  make: Make = runApart,
  putBack: ReleaseRecord | null = null,
): Promise<Recorded> {
  const { data } = options;
  const home = join(data, 'releases');
  await mkdir(home, { recursive: true });
  const making = await mkdtemp(join(home, '.making-'));
  try {
    const proof = join(making, 'proof.json');
    const outcome = await make({ ...options, tables: join(making, 'tables'), proof });
    const nothing = { record: null, outcome, forget: async () => {} };
    if (!outcome.published) return nothing;
    const { releases } = await readReleases(data);
    const made = await write(options, releases, outcome, putBack, making);
    if (made === null) return nothing;
    const place = await claim(join(making, 'release'), join(home, String(made.release)));
    const forget = async () => {
      await rm(place, { recursive: true, force: true });
      await removeKeptPairs(data, made.release);
    };
    await writeKeptPairs(data, made.release, await pairsIn(proof)).catch(async (error: unknown) => {
      await forget();
      throw error;
    });
    return { record: made, outcome, forget };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
