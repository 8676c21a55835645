import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableName } from '../../../src/model/published.ts';
import { archiveTables } from '../../../src/pipeline/package/package.ts';
import {
  makeRecord,
  nextVersion,
  tableRecords,
  tablesIn,
} from '../../../src/pipeline/releases/make-record.ts';
import { readReleases } from '../../../src/pipeline/releases/read-releases.ts';

/** Records the tables of a folder of a small programme as its next release, as `npm run release` does, without pages. */
export async function recordRelease(
  folder: string,
  publishedOn = '2025-07-15',
  hashOf: (file: string) => Promise<string> = () => Promise.resolve('0'.repeat(64)),
) {
  const { releases, problems } = await readReleases(folder);
  if (problems.length > 0) throw new Error('the releases before are broken');
  const last = releases.at(-1);
  const tables = await tablesIn(join(folder, 'tables', 'latest'));
  const before = last === undefined ? null : { version: last.record.version, files: await last.files() };
  const version = nextVersion(before, tables);
  const records = tableRecords(tables);
  const rows = new Map(records.map(({ table, rows: count }) => [table as TableName, count]));
  archiveTables(join(folder, 'tables'), { version, publishedOn }, rows);
  const archive = await readFile(join(folder, 'tables', 'latest', 'all.zip'));
  const record = makeRecord(tables, records, archive, last, version, {
    publishedOn,
    note: { zh: '更新', en: 'Update' },
    generator: { version: 'test', commit: '' },
    settingsSha256: '0'.repeat(64),
    inputs: await Promise.all(
      (await readdir(join(folder, 'drops'))).map(async (file) => ({ file, sha256: await hashOf(file) })),
    ),
    rolledBack: null,
  });
  const place = join(folder, 'releases', String(record.release));
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'all.zip'), archive);
  await writeFile(join(place, 'release.json'), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}
