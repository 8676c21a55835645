import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readReleases, releasedRows } from '../../../src/pipeline/releases/read-releases.ts';

const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

let data: string;

/** Writes a release whose archive holds one table, and gives the hash of its record. */
async function write(release: number, answers: string, previous: string | null): Promise<string> {
  const folder = join(data, 'releases', String(release));
  await mkdir(folder, { recursive: true });
  const archive = zipSync({ 'answers.csv': strToU8(answers) });
  const record = JSON.stringify({
    release,
    version: `1.${release}.0`,
    published_on: '2026-01-15',
    cutoff: '2025-12-31',
    note: { zh: '季度更新' },
    generator: { version: '0.1.0', commit: '' },
    settings_sha256: sha('settings'),
    inputs: [{ file: '1.csv', sha256: sha('drop') }],
    tables: [{ table: 'answers', rows: 1, sha256: sha(answers) }],
    counts: { found: 3 },
    rolled_back: null,
    archive_sha256: sha(archive),
    previous_sha256: previous,
  });
  await writeFile(join(folder, 'all.zip'), archive);
  await writeFile(join(folder, 'release.json'), record);
  return sha(record);
}

const answers = (count: string) => `question_id,answer_id,count,note\r\nQ1,A1,${count},'=1\r\n`;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'zhaocha-releases-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
});

describe('the releases of a programme', () => {
  it('are none where there has been none', async () => {
    expect(await readReleases(data)).toEqual({ releases: [], problems: [] });
  });

  it('are read in the order of their numbers, the tenth after the ninth', async () => {
    let previous: string | null = null;
    for (let release = 1; release <= 10; release += 1)
      previous = await write(release, answers(String(release)), previous);
    const { releases, problems } = await readReleases(data);
    expect(problems).toEqual([]);
    expect(releases.map(({ record }) => record.release)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('give the rows of their tables as they were published, and no row of a table they did not have', async () => {
    await write(1, answers('12'), null);
    const [release] = (await readReleases(data)).releases;
    if (release === undefined) throw new Error('the release was not read');
    expect(await releasedRows(release, 'answers')).toEqual([
      { question_id: 'Q1', answer_id: 'A1', count: '12', note: '=1' },
    ]);
    expect(await releasedRows(release, 'visits')).toEqual([]);
  });

  it.each([
    ['a record that was changed', 'previous one', 'release.json', '1.1.0', '1.9.0', '2'],
    ['an archive that was changed', 'archive', 'all.zip', null, null, '1'],
    ['a record that cannot be understood', 'record', 'release.json', '"release"', '"Release"', '1'],
  ])('tell %s', async (_, __, file, from, to, where) => {
    const first = await write(1, answers('12'), null);
    await write(2, answers('13'), first);
    const path = join(data, 'releases', '1', file);
    const bytes = await readFile(path);
    await writeFile(
      path,
      from === null ? Buffer.concat([bytes, Buffer.from('x')]) : bytes.toString('utf8').replace(from, to),
    );
    expect((await readReleases(data)).problems).toMatchObject([
      { code: 'release-broken', file: `releases/${where}` },
    ]);
  });

  it('tell a missing release and a missing archive', async () => {
    const first = await write(1, answers('12'), null);
    await write(3, answers('13'), first);
    expect((await readReleases(data)).problems).toMatchObject([{ code: 'release-broken', value: '3' }]);
    await rm(join(data, 'releases', '1', 'all.zip'));
    expect((await readReleases(data)).problems).toMatchObject([{ code: 'release-broken', value: '1' }]);
  });
});
