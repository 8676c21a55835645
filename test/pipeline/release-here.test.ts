import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MakePages } from '../../src/pipeline/build.ts';
import { failureWords } from '../../src/pipeline/failure-words.ts';
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

/** Puts the release before the last one back, with one page. */
const goBack = () =>
  rollback({
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

it('has no way back to a release in other languages: they are named, with what to write', async () => {
  const settings = join(data(), 'programme.yaml');
  const before = readFileSync(settings, 'utf8');
  writeFileSync(settings, before.replace('languages: [zh, en]', 'languages: [zh, en, zh-Hant]'));
  const failure = await goBack().catch((error: unknown) => failureWords(error));
  writeFileSync(settings, before);
  expect(failure).toEqual({
    whose: 'data',
    words: {
      zh: '退不回去：前一期发布时的语言是 [zh, en]，现在的设置是 [zh, en, zh-Hant]。先在 programme.yaml 写回 languages: [zh, en]，再运行一次；退回以后再改语言，发布新的一期。网站和各期记录都没有动。',
      en: 'There is no way back: the release before was made in [zh, en], the settings now say [zh, en, zh-Hant]. Write languages: [zh, en] in programme.yaml and run again; change the languages afterwards, with a new release. Site and records stand.',
    },
  });
  expect(releases()).toEqual(['1', '2']);
});

it('has no way back where the ledger is broken: that is said, and nothing is published', async () => {
  writeFileSync(join(data(), 'releases', '2', 'all.zip'), 'spoilt');
  const before = readFileSync(join(folder, 'site', 'data', 'latest', 'releases.csv'));
  const { record, built } = await goBack();
  expect(record).toBeNull();
  expect(built.published).toBe(false);
  expect(built.problems.map(({ code, file }) => [code, file])).toContainEqual([
    'release-broken',
    'releases/2',
  ]);
  expect(releases()).toEqual(['1', '2']);
  expect(readFileSync(join(folder, 'site', 'data', 'latest', 'releases.csv'))).toEqual(before);
});
