import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MakePages } from '../../src/pipeline/build.ts';
import { rollback } from '../../src/pipeline/release.ts';
import { onePage, releaseQuickly } from './release-quickly.ts';

/* Releases of the small programme in this process, with one page for all: how they are dated, and what becomes of records. */

let folder: string;
const data = () => join(folder, 'data');
const releases = () => readdirSync(join(data(), 'releases')).sort();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-here-'));
  await cp(join(import.meta.dirname, '..', 'programmes', 'small'), data(), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('is dated in the time zone of the programme', async () => {
  const { record } = await releaseQuickly(folder, { publishedOn: new Date('2026-09-30T20:00:00Z') });
  expect(record?.published_on).toBe('2026-10-01');
});

it('stays recorded where its site stands and what was needed for it cannot be cleared away', async () => {
  writeFileSync(
    join(data(), 'drops', 'later.csv'),
    'finding_id,event,on,by,note_zh\n2026-002,claimed,2026-02-27,department,已扩容。\n',
  );
  const pages: MakePages = (begun) => ({
    ...onePage(begun),
    stop: () => Promise.reject(new Error('it cannot be cleared away')),
  });
  await expect(releaseQuickly(folder, { publishedOn: '2026-10-02', pages })).rejects.toThrow('cleared away');
  expect(releases()).toEqual(['1', '2']);
  expect(readdirSync(join(data(), 'releases', '2')).sort()).toEqual(['all.zip', 'release.json']);
  expect(readFileSync(join(folder, 'site/data/releases/2/release.json'))).toEqual(
    readFileSync(join(data(), 'releases/2/release.json')),
  );
});

it('has no way back where the ledger is broken: that is said, and nothing is published', async () => {
  writeFileSync(join(data(), 'releases', '2', 'all.zip'), 'spoilt');
  const before = readFileSync(join(folder, 'site', 'data', 'latest', 'releases.csv'));
  const { record, built } = await rollback({
    root: resolve(import.meta.dirname, '..', '..'),
    data: data(),
    out: join(folder, 'site'),
    cache: join(folder, 'cache'),
    version: '0.0.0',
    publishedOn: '2026-10-03',
    note: {},
    commit: '',
    pages: onePage,
  });
  expect(record).toBeNull();
  expect(built.published).toBe(false);
  expect(built.problems.map(({ code, file }) => [code, file])).toContainEqual([
    'release-broken',
    'releases/2',
  ]);
  expect(releases()).toEqual(['1', '2']);
  expect(readFileSync(join(folder, 'site', 'data', 'latest', 'releases.csv'))).toEqual(before);
});
