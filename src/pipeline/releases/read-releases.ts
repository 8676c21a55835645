import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { unescapeFormula } from '../../model/formula.ts';
import type { Problem } from '../../model/problem.ts';
import type { TableName } from '../../model/published.ts';
import {
  nothingEarlier,
  releaseRecord,
  type Earlier,
  type RecordedRelease,
  type ReleasedRow,
  type ReleaseRecord,
} from '../../model/release.ts';
import { releaseFiles } from '../../model/release-files.ts';
import { hashOf } from '../files/hash-of.ts';

/** A release as it lies in `data/releases/<n>/`. */
export interface EarlierRelease extends RecordedRelease {
  /** The public files by name, as they were published, all or those that are named; read when asked for, since they are large. */
  readonly files: (named?: readonly string[]) => Promise<Readonly<Record<string, Uint8Array>>>;
}

/** The releases so far, the first one first, and what is wrong with them. */
export interface Releases {
  readonly releases: readonly EarlierRelease[];
  readonly problems: readonly Problem[];
}

function broken(release: string, detail: NonNullable<Problem['detail']>): Problem {
  return { code: 'release-broken', file: `releases/${release}`, value: release, detail };
}

async function folders(data: string): Promise<string[]> {
  const entries = await readdir(join(data, 'releases'), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isDirectory() && /^[1-9]\d*$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => Number(a) - Number(b));
}

function parsed(bytes: Uint8Array): ReleaseRecord | null {
  try {
    return releaseRecord.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

async function readOne(
  data: string,
  name: string,
  place: number,
  before: EarlierRelease | undefined,
): Promise<EarlierRelease | Problem> {
  const folder = join(data, 'releases', name);
  const missing = () => null;
  const bytes = await readFile(join(folder, releaseFiles.record)).catch(missing);
  const archive = await readFile(join(folder, releaseFiles.archive)).catch(missing);
  if (bytes === null || archive === null)
    return broken(name, { zh: '缺少 release.json 或 all.zip', en: 'release.json or all.zip is missing' });
  const record = parsed(bytes);
  if (record === null)
    return broken(name, { zh: 'release.json 读不懂', en: 'release.json cannot be understood' });
  if (Number(name) !== place + 1 || record.release !== place + 1)
    return broken(name, { zh: '期号不连续', en: 'the numbers do not follow one another' });
  if (record.previous_sha256 !== (before?.sha256 ?? null))
    return broken(name, {
      zh: '与上一期的校验值不符：上一期的记录被改过',
      en: 'it does not hold the hash of the one before: that record was changed',
    });
  if (record.archive_sha256 !== hashOf(archive))
    return broken(name, {
      zh: 'all.zip 与记录的校验值不符',
      en: 'all.zip does not have the hash that is recorded',
    });
  return {
    record,
    sha256: hashOf(bytes),
    files: async (named) =>
      unzipSync(await readFile(join(folder, releaseFiles.archive)), {
        filter: ({ name: file }) => named === undefined || named.includes(file),
      }),
  };
}

/** Reads the releases of a programme and proves their chain. What is broken stops at the first broken one. */
export async function readReleases(data: string): Promise<Releases> {
  const releases: EarlierRelease[] = [];
  for (const [place, name] of (await folders(data)).entries()) {
    const one = await readOne(data, name, place, releases.at(-1));
    if ('code' in one) return { releases, problems: [one] };
    releases.push(one);
  }
  return { releases, problems: [] };
}

function rowsOf(files: Readonly<Record<string, Uint8Array>>, table: TableName): ReleasedRow[] {
  const bytes = files[`${table}.csv`];
  if (bytes === undefined) return [];
  const { data } = Papa.parse<ReleasedRow>(new TextDecoder('utf-8').decode(bytes), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
    transform: unescapeFormula,
  });
  return data;
}

/** The rows of one table of an earlier release; none where it had no such table. */
export async function releasedRows(release: EarlierRelease, table: TableName): Promise<ReleasedRow[]> {
  return rowsOf(await release.files([`${table}.csv`]), table);
}

/**
 * Those rows of a table of an earlier release of which a cell is wanted. What is not is left out before it is taken apart: after
 * years most of a build would go into rows of old releases that nobody asks for.
 */
export async function releasedRowsWith(
  release: EarlierRelease,
  table: TableName,
  isWanted: (cellOf: (column: string) => string) => boolean,
): Promise<ReleasedRow[]> {
  const files = await release.files([`${table}.csv`]);
  const text = new TextDecoder('utf-8').decode(files[`${table}.csv`]);
  // A quoted cell may hold what looks like the end of a line: such a table is taken apart as it is.
  if (text.includes('"'))
    return rowsOf(files, table).filter((row) => isWanted((column) => row[column] ?? ''));
  const [header = '', ...lines] = text.split('\r\n');
  const places = new Map(header.split(',').map((column, place) => [column, place]));
  const wanted = lines.filter((line) => {
    const cells = line.split(',');
    return isWanted((column) => cells[places.get(column) ?? -1] ?? '');
  });
  return rowsOf({ [`${table}.csv`]: new TextEncoder().encode([header, ...wanted, ''].join('\r\n')) }, table);
}

/** What the next release is compared with. */
export async function earlierOf(releases: readonly EarlierRelease[]): Promise<Earlier> {
  const last = releases.at(-1);
  if (last === undefined) return nothingEarlier;
  const files = await last.files([
    'findings.csv',
    'finding_events.csv',
    'programme.csv',
    'questions.csv',
    'release_changes.csv',
  ]);
  return {
    releases: releases.map(({ record, sha256 }) => ({ record, sha256 })),
    findings: rowsOf(files, 'findings'),
    finding_events: rowsOf(files, 'finding_events'),
    programme: rowsOf(files, 'programme'),
    questions: rowsOf(files, 'questions'),
    release_changes: rowsOf(files, 'release_changes'),
  };
}
