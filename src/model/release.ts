import { z } from 'astro/zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What one release was made of and what it holds. It lies as `data/releases/<n>/release.json` beside `all.zip`, the
 * public files as they were published; each record holds the hash of the one before, so that none can be changed alone.
 */
export const releaseRecord = z.strictObject({
  release: z.int().min(1),
  /** MAJOR: other columns; MINOR: other rows; PATCH: corrections only. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  published_on: z.iso.date(),
  cutoff: z.iso.date(),
  note: z.record(z.string(), z.string()),
  generator: z.strictObject({ version: z.string(), commit: z.string() }),
  settings_sha256: hash,
  inputs: z.array(z.strictObject({ file: z.string(), sha256: hash })),
  tables: z.array(z.strictObject({ table: z.string(), rows: z.int().min(0), sha256: hash })),
  counts: z.record(z.string(), z.int().min(0)),
  /** The earlier release whose tables this one puts back; null for a release of its own. */
  rolled_back: z.int().min(1).nullable(),
  archive_sha256: hash,
  /** The hash of the record before this one; null for the first. */
  previous_sha256: hash.nullable(),
});

export type ReleaseRecord = z.output<typeof releaseRecord>;

/** A release as the next one needs it. */
export interface RecordedRelease {
  readonly record: ReleaseRecord;
  /** The hash of the record, which the next record holds. */
  readonly sha256: string;
}

/** A row of a table of an earlier release, as text by column name: its columns are those of its day. */
export type ReleasedRow = Readonly<Record<string, string>>;

/** What has been published before: all records, and the tables of the last release that the next is compared with. */
export interface Earlier {
  readonly releases: readonly RecordedRelease[];
  readonly findings: readonly ReleasedRow[];
  readonly finding_events: readonly ReleasedRow[];
  readonly programme: readonly ReleasedRow[];
  readonly questions: readonly ReleasedRow[];
  readonly release_changes: readonly ReleasedRow[];
}

export const nothingEarlier: Earlier = {
  releases: [],
  findings: [],
  finding_events: [],
  programme: [],
  questions: [],
  release_changes: [],
};
