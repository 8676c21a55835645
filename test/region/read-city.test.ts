import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readCity } from '../../src/region/read-city.ts';
import { readCityApart } from '../../src/region/read-city-apart.ts';
import { Refusal } from '../../src/region/refusal.ts';
import { serve } from '../browser/serve.ts';
import { drops, releasedSite, smallSite } from './small-site.ts';

let site = '';
beforeAll(async () => {
  site = await smallSite({}, drops(12, 9), releasedSite);
});
afterAll(() => rm(dirname(site), { recursive: true, force: true }));

const most = 100_000_000;

/** A copy of the site, spoilt. */
async function spoilt(change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-spoilt-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(site, 'data'), join(folder, 'data'), { recursive: true });
  await change(folder);
  return folder;
}

/** Why a site in a folder is refused. */
async function refusal(folder: string): Promise<Refusal> {
  const error = await readCity({ is: 'folder', folder }, most).catch((one: unknown) => one);
  if (!(error instanceof Refusal)) throw new Error(`it was not refused: ${String(error)}`);
  return error;
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

describe('a package on the disk', () => {
  it('is taken when all of it holds, with its cut-off, its release and what was checked', async () => {
    const city = await readCity({ is: 'folder', folder: site }, most);
    expect(city.facts).toMatchObject({ city_zh: '小市', cutoff: '2025-06-30', demonstration: 'false' });
    expect(city.release).toEqual({ number: '1', publishedOn: '2026-05-04' });
    expect(city.figures.found).toMatchObject({ count: '12' });
    expect(city.figures.confirmed_rate).toMatchObject({ count: '9', base: '12', status: 'shown' });
    // It has no survey.
    expect(city.figures.positive_rate).toBeUndefined();
    expect(city.question).toBeNull();
    expect(city.sameDefinition).toContain('confirmed_rate');
    expect(city.checked).toMatchObject({ releases: 1 });
    expect(city.checked.recounted).toBeGreaterThan(50);
  });

  it('is refused when a figure was changed: hash, chain and recount each say so', async () => {
    const folder = await spoilt((one) =>
      edit(join(one, 'data', 'latest', 'figures.csv'), ',confirmed,,9,12,9,', ',confirmed,,12,12,12,'),
    );
    const { why, faults } = await refusal(folder);
    expect(why.en).toMatch(/^it did not hold: files differ from their own hashes; .*counted again/);
    expect(why.zh).toContain('文件与它自己的校验值对不上');
    expect(faults.map(({ where }) => where)).toContain('data/latest/figures.csv');
  });

  it('is refused when a record of a release was changed', async () => {
    const folder = await spoilt((one) =>
      edit(join(one, 'data', 'releases', '1', 'release.json'), '2026-05-04', '2026-05-05'),
    );
    expect((await refusal(folder)).why.en).toBe(
      'it did not hold: the records of its releases do not chain (made by version 0.0.0)',
    );
  });

  it('is refused when a table is missing or has no header of ours', async () => {
    const gone = await spoilt((one) => rm(join(one, 'data', 'latest', 'curves.csv')));
    expect((await refusal(gone)).why.zh).toContain('不合它的声明');
  });

  it('is refused when a day that no check looks at is none', async () => {
    const folder = await spoilt((one) =>
      edit(join(one, 'data', 'index.csv'), /,\d{4}-\d\d-\d\d,2025-06-30,/g, ',<b>x</b>,2025-06-30,'),
    );
    expect((await refusal(folder)).why.en).toMatch(/^its cut-off, its release or its figures/);
  });

  it('is refused in words where the folder holds no site', async () => {
    const folder = await spoilt((one) => rm(join(one, 'data'), { recursive: true }));
    expect((await refusal(folder)).why.en).toMatch(/holds no built site: there is no data\/index.csv/);
  });

  it('is refused unread when it is larger than may be, with both sizes', async () => {
    const told = await readCityApart({ source: { is: 'folder', folder: site }, most: 10_000 });
    expect(told).toMatchObject({
      why: { en: expect.stringMatching(/its package has \d+ MB, more than 1 MB/) },
    });
  });
});

describe('a package on the web', () => {
  it('is fetched and taken like one on the disk', async () => {
    const served = await serve(site);
    onTestFinished(() => served.close());
    const far = await readCity({ is: 'address', address: `${served.origin}/` }, most);
    expect(far).toEqual(await readCity({ is: 'folder', folder: site }, most));
  });

  /** Serves an index of downloads and nothing else. */
  async function withIndex(index: string): Promise<string> {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/data/index.csv' ? 200 : 404;
      response.end(request.url === '/data/index.csv' ? index : '');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => {
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it.each([
    ['a page that is no site of ours', '', /cut-off|did not hold/],
    [
      'a gigabyte',
      'file,bytes,sha256\r\nlatest/a.csv,1000000001,x\r\n',
      /its package has 1,001 MB, more than 100 MB, and was not read/,
    ],
    [
      'names that lead elsewhere',
      'file,bytes,sha256\r\n../../../../tmp/x.csv,1,x\r\n',
      /names that lead elsewhere/,
    ],
    [
      'files that are not there',
      'file,bytes,sha256\r\nlatest/a.csv,1,x\r\n',
      /files differ from their own hashes/,
    ],
  ])('is refused: %s', async (_, index, why) => {
    const source = { is: 'address', address: await withIndex(index) } as const;
    const told = await readCityApart({ source, most });
    expect(told).toMatchObject({ why: { en: expect.stringMatching(why) } });
  });

  it('is refused where the address is no site of ours, and told what to give instead', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'zhaocha-empty-'));
    const served = await serve(empty);
    onTestFinished(() => served.close());
    const told = await readCityApart({ source: { is: 'address', address: `${served.origin}/` }, most });
    expect(told).toMatchObject({
      why: { en: expect.stringContaining('Give the address of its first page') },
    });
  });
});
