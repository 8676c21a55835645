import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
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

/** A picture higher than this shows nothing that a lower one does not. */
const mostHeight = 6000;

async function languagesOf(): Promise<string[]> {
  const text = await readFile(join(site, 'data', 'latest', 'programme.csv'), 'utf8');
  const facts = Papa.parse<string[]>(text).data;
  return facts.find(([field]) => field === 'languages')?.[1]?.split(' ') ?? [];
}

const pages = await specimens(site, await languagesOf());
await mkdir(out, { recursive: true });
const served = await serve(site);
const browser = await launch();
const taken = new Map<string, number>();
for (const { kind, language, address } of pages) {
  const name = `${kind.replaceAll(/[^\w-]+/g, '_')}.${language}`;
  const twin = taken.get(name) ?? 0;
  taken.set(name, twin + 1);
  for (const width of widths)
    for (const theme of themes) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
      await page.goto(served.origin + address, { waitUntil: 'networkidle' });
      const height = Math.min(mostHeight, await page.evaluate(() => document.documentElement.scrollHeight));
      // A window as high as the page: every chart is in view, and so is drawn.
      await page.setViewportSize({ width, height });
      await page.waitForLoadState('networkidle');
      const file = `${name}${twin > 0 ? `-${twin + 1}` : ''}-${width}-${theme}.png`;
      await page.screenshot({ path: join(out, file) });
      await page.close();
    }
}
await browser.close();
await served.close();
console.log(`${pages.length * widths.length * themes.length} → ${out}`);
