import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isoDay } from '../model/iso-day.ts';
import type { ReleaseRecord } from '../model/release.ts';
import { releaseFiles } from '../model/release-files.ts';
import { assureRoom, bytesIn } from './place/assure-room.ts';
import type { TableName } from '../model/published.ts';
import { hashOf } from './files/hash-of.ts';
import { archiveTables } from './package/package.ts';
import { pairsIn } from './protect/written-proof.ts';
import {
  lastDayOf,
  makeRecord,
  nextVersion,
  saysTheSame,
  tableRecords,
  tablesIn,
} from './releases/make-record.ts';
import { writeKeptPairs } from './releases/kept-pairs-file.ts';
import { readReleases, type EarlierRelease } from './releases/read-releases.ts';
import {
  makingFolder,
  markPublished,
  markUnpublished,
  settle,
  settleUnpublished,
} from './releases/unpublished.ts';
import { runApart } from './apart/run-apart.ts';
import type { Outcome, RunOptions } from './run.ts';
import { refuseNote } from './refuse-note.ts';
import { DatedBefore, DatedBeforeItsData, Overtaken } from './refused-release.ts';

/** What is released, and how it is called. */
export interface Release extends Omit<RunOptions, 'tables'> {
  /** Its day, or the moment of it: the day is then that of the programme's time zone. */
  readonly publishedOn: string | Date;
  /** What has changed, in each language. */
  readonly note: Readonly<Record<string, string>>;
  /** The commit of this project, '' where it is not known. */
  readonly commit: string;
  /** Where its site goes. Until that stands the record is marked; a record that is made without a site has no mark. */
  readonly out?: string;
}

/** Makes the tables of a release: from the drops, or those of an earlier one. */
export type Make = (options: RunOptions) => Promise<Outcome>;

/** What came of recording: null where the data must be mended, or nothing differs from the release before. */
export interface Recorded {
  readonly record: ReleaseRecord | null;
  readonly outcome: Outcome;
  /** Takes the mark off: the site stands. */
  readonly keep: () => Promise<void>;
  /** Takes the record back, where its site could not be made. */
  readonly forget: () => Promise<void>;
}

/** The day of a release, where the programme is at home. */
const dayOf = ({ publishedOn }: Release, { settings }: Outcome) =>
  typeof publishedOn === 'string' ? publishedOn : isoDay(publishedOn, settings?.programme.time_zone);

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
  const records = tableRecords(contents);
  if (last !== undefined && saysTheSame(last.record.tables, records)) return null;
  const before = last === undefined ? null : { version: last.record.version, files: await last.files() };
  const version = nextVersion(before, contents, putBack !== null);
  const publishedOn = dayOf(options, outcome);
  const cutoff = lastDayOf(contents);
  if (publishedOn < cutoff) throw new DatedBeforeItsData(publishedOn, cutoff);
  const rows = new Map(records.map(({ table, rows: count }) => [table as TableName, count]));
  archiveTables(tables, { version, publishedOn }, rows);
  const archive = await readFile(join(tables, 'latest', releaseFiles.archive));
  const made = makeRecord(contents, records, archive, last, version, {
    publishedOn,
    note: options.note,
    generator: { version: options.version, commit: options.commit },
    settingsSha256: putBack?.settings_sha256 ?? hashOf(JSON.stringify(outcome.settings)),
    inputs: putBack?.inputs ?? outcome.drops.map(({ file, sha256 }) => ({ file, sha256 })),
    rolledBack: putBack?.release ?? null,
  });
  const release = join(folder, 'release');
  await mkdir(release);
  // The ledger cannot be made again: it is on the disk itself before it comes to its place, whatever the power does after.
  await writeFile(join(release, releaseFiles.archive), archive, { flush: true });
  await writeFile(join(release, releaseFiles.record), `${JSON.stringify(made, null, 2)}\n`, { flush: true });
  if (options.out !== undefined) await markUnpublished(release, options.out);
  return made;
}

/** Puts the record in its place. Of two who release at once the disk lets one through: a folder that is there stays. */
async function claim(made: string, place: string): Promise<void> {
  await rename(made, place).catch((error: unknown) => {
    throw existsSync(place) ? new Overtaken(place) : error;
  });
}

/** What the archive of a release and what protects it take, beside the tables that they are made of: more than was ever seen. */
const leastRoom = 50_000_000;

/** Tries disk and rights before anything is changed: the last archive and the tables of the last site say how much room is needed. */
async function assureRoomToRecord({ data, out }: Release, last: EarlierRelease | undefined): Promise<void> {
  const archive = join(data, 'releases', String(last?.record.release ?? ''), releaseFiles.archive);
  const bytes = last === undefined ? 0 : (await stat(archive)).size;
  const tables = out === undefined ? 0 : bytesIn(join(out, 'data', 'latest'));
  await assureRoom([
    { folder: join(data, 'releases'), bytes: 2 * bytes },
    { folder: join(data, 'proofs'), bytes: leastRoom + tables },
  ]);
}

/** Takes a record back, unless its site stands after all. What cannot be done now carries its mark, and the next command does it. */
const forget = (data: string, release: number) => settle(data, release).catch(() => {});

/**
 * Runs what the drops say and records it as the next release in `data/releases/<n>/`, with what protects it in `data/proofs/`.
 * It makes no site: the caller does, or knows why none is wanted. What a release that was killed has left is settled first;
 * one that somebody is making at this moment is given way to.
 */
export async function recordRelease(
  options: Release,
  make: Make = runApart,
  putBack: ReleaseRecord | null = null,
): Promise<Recorded> {
  const { data } = options;
  const atWork = await settleUnpublished(data);
  if (atWork !== null) throw new Overtaken(atWork);
  const before = await readReleases(data);
  const last = before.releases.at(-1);
  await assureRoomToRecord(options, last);
  const home = join(data, 'releases');
  await mkdir(home, { recursive: true });
  const making = await makingFolder(data);
  try {
    const proof = join(making, 'proof.json');
    const outcome = await make({ ...options, tables: join(making, 'tables'), proof });
    const nothing = { record: null, outcome, keep: async () => {}, forget: async () => {} };
    if (!outcome.published || outcome.settings === null) return nothing;
    refuseNote(options.note, outcome.settings.programme);
    const day = dayOf(options, outcome);
    if (last !== undefined && day < last.record.published_on)
      throw new DatedBefore(day, last.record.published_on);
    const { releases } = await readReleases(data);
    // Our tables were made as those of the one after the last. Their release, of which nothing may differ from ours, may not be public yet.
    const latest = releases.at(-1);
    if (latest?.sha256 !== last?.sha256) throw new Overtaken(String(latest?.record.release ?? ''));
    const made = await write(options, releases, outcome, putBack, making);
    if (made === null) return nothing;
    const { release } = made;
    await claim(join(making, 'release'), join(home, String(release)));
    await writeKeptPairs(data, release, await pairsIn(proof)).catch(async (error: unknown) => {
      await forget(data, release);
      throw error;
    });
    return {
      record: made,
      outcome,
      keep: () => markPublished(data, release),
      forget: () => forget(data, release),
    };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
