import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KeptPairs } from '../model/earlier-survey.ts';
import type { ReleaseRecord } from '../model/release.ts';
import { releaseFiles } from '../model/release-files.ts';
import { build, type BuildOptions, type Built } from './build.ts';
import { countAgain } from './count-again.ts';
import { packageApart } from './package-apart.ts';
import { makeRecord, nextVersion, saysTheSame, tableRecords, tablesIn } from './releases/make-record.ts';
import { otherwiseMade, republish } from './publish/republish.ts';
import { removeKeptPairs, writeKeptPairs } from './releases/kept-pairs-file.ts';
import { earlierOf, readReleases, type EarlierRelease } from './releases/read-releases.ts';
import { runApart } from './run-apart.ts';
import type { Outcome, RunOptions } from './run.ts';

/** What a release is made of, beside what a build is. */
export interface ReleaseOptions extends BuildOptions {
  readonly publishedOn: string;
  /** What has changed, in each language. */
  readonly note: Readonly<Record<string, string>>;
  /** The commit of this project, '' where it is not known. */
  readonly commit: string;
}

/** What came of it: the record, or null where nothing was released: the data must be mended, or nothing has changed. */
export interface Released {
  readonly record: ReleaseRecord | null;
  readonly built: Built;
}

/** Told to the caller when somebody else has released meanwhile: theirs stands, ours was not made. */
export class Overtaken extends Error {}

type Make = (options: RunOptions) => Promise<Outcome>;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Writes the record and the archive of the next release into a folder. Null where the tables say what the last release said. */
async function record(
  options: ReleaseOptions,
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

async function issue(
  { judge = countAgain, ...options }: ReleaseOptions,
  make: Make,
  putBack: ReleaseRecord | null,
): Promise<Released> {
  const home = join(options.data, 'releases');
  await mkdir(home, { recursive: true });
  const making = await mkdtemp(join(home, '.making-'));
  let place: string | null = null;
  try {
    const proof = join(making, 'proof.json');
    const outcome = await make({ ...options, tables: join(making, 'tables'), proof });
    if (!outcome.published) return { record: null, built: { ...outcome, pages: 0 } };
    const { releases } = await readReleases(options.data);
    const made = await record(options, releases, outcome, putBack, making);
    if (made !== null) {
      place = await claim(join(making, 'release'), join(home, String(made.release)));
      await writeKeptPairs(options.data, made.release, await pairsIn(proof));
    }
    const built = await build({ ...options, make, judge });
    if (built.published) place = null;
    return { record: built.published ? made : null, built };
  } finally {
    // A record without its site is no release: it goes again.
    if (place !== null) {
      await rm(place, { recursive: true, force: true });
      await removeKeptPairs(options.data, Number(basename(place)));
    }
    await rm(making, { recursive: true, force: true });
  }
}

/** Builds aside, records the release, counts its site again and puts it in place. If any of it fails, site and releases stand as they were. */
export async function release(options: ReleaseOptions): Promise<Released> {
  return await issue(options, runApart, null);
}

/** Told to the caller when there is no earlier release, or when its tables have other columns than ours. */
export class NoWayBack extends Error {}

/** The release that goes back in place of the last one: the one before, or before the one that was put back last time. */
function target(releases: readonly EarlierRelease[]): EarlierRelease | undefined {
  const last = releases.at(-1)?.record;
  const shown = last?.rolled_back ?? last?.release ?? 0;
  return releases.find(({ record: { release: number } }) => number === shown - 1);
}

/**
 * Puts the release before the last one back, as a release of its own: nothing is taken out of the ledger, and the changes
 * tell what went back.
 */
export async function rollback(options: ReleaseOptions): Promise<Released> {
  const { releases } = await readReleases(options.data);
  const back = target(releases);
  if (back === undefined) throw new NoWayBack('there is no release before the last one');
  const files = await back.files();
  const checked = await runApart({ ...options, tables: null });
  const languages = checked.settings?.programme.languages ?? [];
  const others = otherwiseMade(files, languages);
  if (others.length > 0) throw new NoWayBack(`${others.join(', ')} had other columns`);
  const make: Make = async ({ tables }) => {
    const { releases: all } = await readReleases(options.data);
    await republish(tables ?? '', files, await earlierOf(all), languages);
    return { ...checked, published: true };
  };
  return await issue(options, make, back.record);
}
