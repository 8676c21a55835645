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
  archive_sha256: hash,
  /** The hash of the record before this one; null for the first. */
  previous_sha256: hash.nullable(),
});

export type ReleaseRecord = z.output<typeof releaseRecord>;

/** The names of a release's files in its folder. */
export const releaseFiles = { record: 'release.json', archive: 'all.zip' } as const;
