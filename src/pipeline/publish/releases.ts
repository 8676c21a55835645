import type { RecordedRelease } from '../../model/release.ts';
import type { OutgoingRow } from './cells.ts';

/** The rows of `releases.csv`: every release with the hashes that chain it to the one before. */
export function releaseRows(
  releases: readonly RecordedRelease[],
  languages: readonly string[],
): OutgoingRow[] {
  return releases.map(({ record, sha256 }): OutgoingRow => ({
    release: String(record.release),
    version: record.version,
    published_on: record.published_on,
    cutoff: record.cutoff,
    ...Object.fromEntries(languages.map((language) => [`note_${language}`, record.note[language] ?? ''])),
    found: record.counts['found'] ?? null,
    confirmed: record.counts['confirmed'] ?? null,
    rolled_back: record.rolled_back,
    record_sha256: sha256,
    previous_sha256: record.previous_sha256,
    archive_sha256: record.archive_sha256,
    generator: record.generator.version,
  }));
}
