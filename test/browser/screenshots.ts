import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { launch } from './launch.ts';
import { specimens } from './page-kinds.ts';
import { serve } from './serve.ts';

/* Takes a picture of every kind of page of a built site, to be looked at: both themes, a phone and a desktop. */

const root = resolve(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { site: { type: 'string' }, out: { type: 'string' } } });
const site = resolve(values.site ?? join(root, 'dist'));
const out = resolve(values.out ?? join(root, 'screenshots'));

const widths = [390, 1280];
const themes = ['light', 'dark'] as const;

/** As high as the browser makes a picture in one piece; what is longer is a list that goes on like this. */
const mostHeight = 16_000;

async function languagesOf(): Promise<string[]> {
  const text = await readFile(join(site, 'data', 'latest', 'programme.csv'), 'utf8');
  const facts = Papa.parse<string[]>(text).data;
  return facts.find(([field]) => field === 'languages')?.[1]?.split(' ') ?? [];
}

/** Until every chart of the page is there and drawn; a picture taken before shows an empty frame. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[data-embed]:empty') &&
      [...document.querySelectorAll('figure[data-chart]')].every((figure) => figure.querySelector('canvas')),
  );
}

/** Takes the pictures of one page: it is loaded once and looked at in every width and theme. */
async function take(browser: Browser, address: string, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.goto(address);
  for (const width of widths)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 900 });
      const height = Math.min(mostHeight, await page.evaluate(() => document.documentElement.scrollHeight));
      // A window as high as the page: every chart in it is in view, and so is drawn.
      await page.setViewportSize({ width, height: Math.max(height, 900) });
      if (height < mostHeight) await drawn(page);
      await page.screenshot({ path: join(out, `${name}-${width}-${theme}.png`) });
    }
  await page.close();
}

const pages = await specimens(site, await languagesOf());
await mkdir(out, { recursive: true });
const [served, browser] = await Promise.all([serve(site), launch()]);
const taken = new Map<string, number>();
const waiting = pages.map(({ kind, language, address }) => {
  const name = `${kind.replaceAll(/[^\w-]+/g, '_')}.${language}`;
  const twin = taken.get(name) ?? 0;
  taken.set(name, twin + 1);
  // The page for embedding is empty until it is told what to show.
  const asked = kind === 'embed' ? `?page=${address.replace('embed/', '')}&id=trend` : '';
  return { name: twin > 0 ? `${name}-${twin + 1}` : name, address: `${served.origin}${address}${asked}` };
});
/** A busy machine's browser now and then has no picture to give of a page: the page is opened anew. */
const takeSurely = (address: string, name: string) =>
  take(browser, address, name).catch(() => take(browser, address, name));
const photographer = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await takeSurely(next.address, next.name);
};
await Promise.all([photographer(), photographer()]);
await browser.close();
await served.close();
console.log(`${pages.length * widths.length * themes.length} → ${out}`);
