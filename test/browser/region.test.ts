import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Words } from '../../src/model/words.ts';
import { buildRegion } from '../../src/region/build-region.ts';
import { sourceName, type Source } from '../../src/region/source.ts';
import { policy } from '../../src/site/headers.ts';
import { rowsOf } from '../../src/verify/read-table.ts';
import { hasSharedData, programmeWith } from '../real/shared-data.ts';
import { drops, packagedSite, smallSite } from '../region/small-site.ts';
import { launch } from './launch.ts';
import { serve, type Served } from './serve.ts';
import { sideways, violations } from './violations.ts';

/* An overview of real packages: the demonstration, test programmes, a hostile city, two of one name, one that is not there. */

const root = resolve(import.meta.dirname, '..', '..');
const hostile = '<script>window.hurt = true</script><img src=x onerror="window.hurt = true">';

let work = '';
let browser: Browser;
let overview: Served;
const told = new Map<string, Words | null>();
const cleared: string[] = [];

async function bostonSite(): Promise<string[]> {
  if (!hasSharedData) return [];
  const programme = await programmeWith('boston', ['boston-311-2015/Alert Boston.csv']);
  cleared.push(programme);
  return [await packagedSite(programme)];
}

async function overviewSite(): Promise<string> {
  work = await mkdtemp(join(tmpdir(), 'zhaocha-overview-'));
  const settings = { city: '{ zh: 新城, en: Newtown }' };
  const chinese = {
    languages: '[zh]',
    site: 'https://two.example/',
    name: '{ zh: 新城体验官 }',
    city: '{ zh: 新城 }',
    publisher: '{ zh: 新城办公室 }',
    licence: '{ name: { zh: 署名 }, url: "https://example.org/" }',
    endings: null,
  };
  const [small, boston, ...others] = await Promise.all([
    packagedSite(join(root, 'test', 'programmes', 'small')),
    bostonSite(),
    smallSite({ ...settings, site: 'https://one.example/' }, drops(40, 36)),
    smallSite(chinese, drops(40, 4)),
    smallSite({ city: `{ zh: '${hostile}', en: '${hostile}' }` }, drops(12, 9)),
  ]);
  const folders = [inject('site'), small, ...boston, ...others];
  cleared.push(...[small, ...boston, ...others].map((site) => dirname(site)));
  const sources: Source[] = [
    ...folders.map((folder) => ({ is: 'folder', folder }) as const),
    { is: 'address', address: 'http://127.0.0.1:1/officers/' },
  ];
  const out = join(work, 'site');
  const { published } = await buildRegion({
    root,
    sources,
    out,
    heading: { name: { zh: '示例省', en: 'Example Province' }, languages: ['zh', 'en'], version: '0.0.0' },
    most: 1_000_000_000,
    tell: (source, why) => told.set(sourceName(source), why),
  });
  expect(published).toBe(true);
  return out;
}

beforeAll(async () => {
  const [opened, site] = await Promise.all([launch(), overviewSite()]);
  browser = opened;
  overview = await serve(site, { 'content-security-policy': policy });
});
afterAll(async () => {
  await browser?.close();
  await overview?.close();
  for (const folder of [work, ...cleared]) await rm(folder, { recursive: true, force: true });
});

/** Opens a page of the overview as somebody without scripts has it. */
async function open(path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(overview.origin)) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(overview.origin + path);
  return { page, complaints };
}

const rows = async (table: string) => rowsOf(await readFile(join(work, 'site', 'data', `${table}.csv`)));

describe('an overview of several cities', () => {
  it('takes every package that holds, and shows the one that is not there as refused, with the reason', async () => {
    const refused = [...told].filter(([, why]) => why !== null);
    expect(refused.map(([name]) => name)).toEqual(['http://127.0.0.1:1/officers/']);
    const { page } = await open('/');
    const reason = await page.textContent('[id="refused-127.0.0.1-1-officers"]');
    expect(reason).toContain('连不上');
    const standing = (await rows('cities')).map((row) => row['standing']);
    expect(standing.filter((one) => one === 'refused')).toHaveLength(1);
    await page.close();
  });

  it('shows each city’s own figures, in the order of the names', async () => {
    const { page } = await open('/en/');
    const shown = await page.$$eval('#sides tbody tr', (all) =>
      all.map((one) => [...one.children].map((cell) => cell.textContent?.trim().replaceAll(/\s+/g, ' '))),
    );
    const city = (name: string) => shown.find(([first]) => first?.startsWith(name));
    expect(city('Example City')).toEqual([
      'Example Citydemonstration',
      '600',
      '376',
      '58',
      '56',
      '2026-09-30',
    ]);
    expect(city('Newtown')?.slice(1)).toEqual(['40', '36', '0', '0', '2025-06-30']);
    expect(city('Small Town')?.slice(1, 3)).toEqual(['2', '1']);
    if (hasSharedData) expect(city('Boston')?.[5]).toBe('2016-01-12');
    // The one that was refused stands at the end, without numbers.
    const names = shown.slice(0, -1).map(([first = '']) => first.replace('demonstration', ''));
    expect(names.length).toBeGreaterThan(4);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare));
    await page.close();
  });

  it('says higher and lower from the 99.8 % line alone, and why nothing is said', async () => {
    const said = new Map(
      (await rows('city_figures'))
        .filter(({ measure }) => measure === 'confirmed_rate')
        .map((row) => [row['city_id'], row['comparison'] || row['uncompared']]),
    );
    expect(said.get('zhaocha.example')).toBe('demonstration');
    const { page } = await open('/');
    const table = page.locator('#compare table').last();
    const words = (await table.textContent()) ?? '';
    expect(words).toContain('演示数据，不参加比较');
    expect(words).toContain('太少，不判断');
    expect(words).not.toMatch(/第\s*[一二三\d]+\s*名|排第/);
    await page.close();
  });

  it('tells two cities of one name apart, and leads to each city’s own site in the reader’s language', async () => {
    const { page } = await open('/en/');
    const links = await page.$$eval('#sides tbody a', (all) =>
      all.map((one) => [one.textContent?.trim(), (one as HTMLAnchorElement).href]),
    );
    expect(links).toContainEqual(['Example City', 'https://zhaocha.example/en/']);
    expect(links).toContainEqual(['Newtown', 'https://one.example/en/']);
    // It speaks Chinese alone, and its name in that language is shared.
    expect(links).toContainEqual(['新城 (two.example)', 'https://two.example/']);
    await page.close();
  });

  it.each([
    ['/', 390, 'light'],
    ['/', 1280, 'dark'],
    ['/en/', 390, 'dark'],
    ['/en/', 1280, 'light'],
    ['/data/', 390, 'light'],
  ] as const)('is whole, still and accessible: %s at %i px, %s', async (path, width, scheme) => {
    const { page, complaints } = await open(path, width, scheme);
    expect(await page.$$eval('script', (all) => all.length)).toBe(0);
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(complaints).toEqual([]);
    expect(await sideways(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('offers the tables that it is made of, each with its row in the dictionary', async () => {
    const { page } = await open('/data/');
    const files = await page.$$eval('#files a', (all) =>
      all.map((one) => (one as HTMLAnchorElement).pathname),
    );
    expect(files).toEqual(
      ['cities', 'city_figures', 'city_faults', 'overview', 'dictionary'].map((name) => `/data/${name}.csv`),
    );
    const explained = new Set((await rows('dictionary')).map((row) => `${row['table']}.${row['column']}`));
    for (const name of ['cities', 'city_figures', 'city_faults', 'overview'] as const)
      for (const column of Object.keys((await rows(name))[0] ?? {}))
        expect(explained).toContain(`${name}.${column}`);
    await page.close();
  });

  it('leaves the last one in place when no city holds', async () => {
    const before = await readFile(join(work, 'site', 'index.html'), 'utf8');
    const { published, verified } = await buildRegion({
      root,
      sources: [{ is: 'address', address: 'http://127.0.0.1:1/' }],
      out: join(work, 'site'),
      heading: { name: {}, languages: ['zh', 'en'], version: '0.0.0' },
      most: 1,
      tell: () => {},
    });
    expect({ published, verified }).toEqual({ published: false, verified: 0 });
    expect(await readFile(join(work, 'site', 'index.html'), 'utf8')).toBe(before);
  });
});
