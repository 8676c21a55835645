import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { attribute, readPage, type BuiltPage, type Element } from '../../browser/built-page.ts';
import { readDownloads, type TextRow } from '../../browser/downloads.ts';
import { filesBelow, kindOf } from '../../browser/site-files.ts';

const site = inject('site');
let files: string[];
let tables: Map<string, TextRow[]>;
/** What machines read of a page: its source, and its links without the tree around them, which is too much to hold of two thousand pages. */
type Listed = Pick<BuiltPage, 'file' | 'source'> & { readonly links: readonly Element[] };
const listed = new Map<string, Listed>();

const read = (file: string) => readFile(join(site, file), 'utf8');
const fact = (field: string) => tables.get('programme')?.find((row) => row.field === field)?.value ?? '';
const languages = () => fact('languages').split(' ');

function linksOf({ elements }: BuiltPage): Element[] {
  return elements
    .filter(({ tagName }) => tagName === 'link')
    .map((element) => ({ ...element, parentNode: null }));
}

function linkOf({ links }: Listed, rel: string, name = 'href'): string[] {
  return links
    .filter((link) => attribute(link, 'rel') === rel)
    .flatMap((link) => attribute(link, name) ?? []);
}

/** The things that a page tells to machines. */
function things(page: Listed): Record<string, unknown>[] {
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.source)?.[1];
  return script === undefined ? [] : (JSON.parse(script) as { '@graph': [] })['@graph'];
}

beforeAll(async () => {
  files = await filesBelow(site);
  tables = await readDownloads(site);
  for (const file of files.filter((one) => one.endsWith('.html'))) {
    const whole = await readPage(site, file);
    const page = { file, source: whole.source, links: linksOf(whole) };
    const [address] = linkOf(page, 'canonical');
    if (address !== undefined) listed.set(address, page);
  }
});

describe('a search engine', () => {
  test('finds in the sitemaps every page that has an address of its own, and nothing else', async () => {
    const index = await read('sitemap.xml');
    const parts = [...index.matchAll(/<loc>[^<]*\/(sitemap-\d+\.xml)<\/loc>/g)].map(([, name = '']) => name);
    const texts = await Promise.all(parts.map(read));
    const addresses = texts.flatMap((text) =>
      [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc),
    );
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.toSorted()).toEqual([...listed.keys()].sort());
    expect(await read('robots.txt')).toContain(`Sitemap: ${fact('site').replace(/\/$/, '')}/sitemap.xml`);
  });

  test('finds on every page its like in every language, which leads back', () => {
    const tags = languages().length + 1;
    const wrong = [...listed].filter(([address, page]) => {
      const others = linkOf(page, 'alternate').filter((href) => listed.has(href));
      const back = others.every((other) => linkOf(listed.get(other) ?? page, 'alternate').includes(address));
      return linkOf(page, 'alternate', 'hreflang').length !== tags || others.length !== tags || !back;
    });
    expect(wrong.map(([address]) => address)).toEqual([]);
  });

  test('gets a title and a description of each page that no other page of that language has', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const [address, { source, file }] of listed) {
      const title = /<title>(.*?)<\/title>/s.exec(source)?.[1] ?? '';
      const described = /<meta name="description" content="([^"]+)"/.exec(source)?.[1] ?? '';
      if (described.length < 4 || title.length < 4) twice.push(`${address}: ${title} / ${described}`);
      // Two findings may well have one title.
      if (kindOf(file, languages()) === 'findings/*') continue;
      const key = `${address.includes('/en/')} ${title}`;
      if (seen.has(key)) twice.push(`${address} and ${seen.get(key)}: ${title}`);
      seen.set(key, address);
    }
    expect(twice).toEqual([]);
  });

  test('is told the way to every page below home, each step a page that is there', () => {
    const lost: string[] = [];
    for (const [address, page] of listed) {
      const trail = things(page).find((thing) => thing['@type'] === 'BreadcrumbList');
      const steps = (trail?.['itemListElement'] ?? []) as { name: string; item?: string }[];
      if (kindOf(page.file, languages()) === 'home') continue;
      const wrong = steps.some(({ name, item }) => name === '' || (item !== undefined && !listed.has(item)));
      if (steps.length < 2 || wrong) lost.push(address);
    }
    expect(lost).toEqual([]);
  });

  test('is told which service a page is about, and who is in charge of it', () => {
    const services = [...listed.values()].filter(({ file }) => /^services\/[^/]+\/index/.test(file));
    const told = services.map((page) => things(page).find((one) => one['@type'] === 'GovernmentService'));
    expect(told.length).toBe(tables.get('services')?.length);
    for (const thing of told) expect(thing).toMatchObject({ serviceOperator: { name: expect.any(String) } });
  });
});

describe('a program', () => {
  test('gets every finding as its rows stand in the tables', async () => {
    for (const row of tables.get('findings') ?? []) {
      const record = JSON.parse(await read(`findings/${row.finding_id}/finding.json`)) as {
        finding: Record<string, unknown>;
        events: unknown[];
      };
      const told = Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));
      const texts = Object.fromEntries(
        Object.entries(record.finding).map(([name, cell]) => [name, String(cell)]),
      );
      expect(texts).toEqual(told);
      const steps = tables.get('finding_events')?.filter(({ finding_id }) => finding_id === row.finding_id);
      expect(record.events).toHaveLength(steps?.length ?? -1);
    }
  });

  test('follows the whole, its releases and corrections, each department and each category, by Atom and by JSON, in every language', () => {
    const feeds = files.filter((file) => /(^|\/)feed\.(xml|json)$/.test(file));
    const subjects = 2 + (tables.get('departments')?.length ?? 0) + (tables.get('categories')?.length ?? 0);
    expect(feeds).toHaveLength(subjects * 2 * languages().length);
  });

  test('gets in a feed the findings that changed last, each with an address that is there', async () => {
    const feed = JSON.parse(await read('feed.json')) as { items: { url: string; date_modified: string }[] };
    const changes = (tables.get('findings') ?? []).map(({ last_event_on = '' }) => last_event_on).sort();
    expect(feed.items.map(({ date_modified }) => date_modified.slice(0, 10))).toEqual(
      changes.toReversed().slice(0, feed.items.length),
    );
    expect(feed.items.filter(({ url }) => !listed.has(url))).toEqual([]);
  });
});

test('whoever finds a hole is told whom to write to', async () => {
  const text = await read('.well-known/security.txt');
  expect(text).toContain(`Contact: mailto:${fact('contact')}`);
  expect(text).toMatch(/^Expires: \d{4}-\d{2}-\d{2}T/m);
});
