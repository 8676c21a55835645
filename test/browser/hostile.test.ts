import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { policy } from '../../src/site/headers.ts';
import { readDownloads } from './downloads.ts';
import { hostileSite } from './hostile-site.ts';
import { launch } from './launch.ts';
import { specimens } from './page-kinds.ts';
import { serve, type Served } from './serve.ts';
import { watchedPage, type WatchedPage } from './watched-page.ts';

const site = inject('site');
const facts = (await readDownloads(site)).get('programme') ?? [];
const languages = facts.find(({ field }) => field === 'languages')?.value?.split(' ') ?? [];
const hostile = await hostileSite(site, languages);
const pages = await specimens(hostile.folder, languages);
const widths = [320, 1280];

let browser: Browser;
let hosts: Served[] = [];
/** A window on each host, for one page after the other, and what goes wrong in it. */
const windows: (WatchedPage & Pick<Served, 'origin'>)[] = [];

beforeAll(async () => {
  [browser, ...hosts] = await Promise.all([
    launch(),
    serve(hostile.folder, { 'content-security-policy': policy }),
    // A host that was never told of the policy: the pages must be safe by themselves.
    serve(hostile.folder),
  ]);
  for (const { origin } of hosts) {
    const watched = await watchedPage(await browser.newContext(), origin);
    watched.page.on('dialog', (dialog) => {
      watched.wrongs.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    windows.push({ ...watched, origin });
  }
});

afterAll(async () => {
  await Promise.all([browser?.close(), ...hosts.map(({ close }) => close())]);
  await hostile.remove();
});

/** Says by how much a page is wider than its window. A letter under a heap of marks is cut off, so only the page counts. */
async function wider(page: Page): Promise<string[]> {
  const { scroll, view } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  return scroll <= view ? [] : [`${scroll} px wide in a window of ${view}`];
}

/** What on a page came out of somebody's text and not out of a component. Runs in the page. */
function intruders(): string[] {
  const foreign = [...document.querySelectorAll('img, iframe, object, embed, style, body script:not([src])')];
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith('on')),
  );
  const links = [...document.links].filter(
    ({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol),
  );
  return [...foreign, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 120));
}

test.each(pages)(
  '$language $kind: nothing that somebody wrote is run, becomes markup or breaks the page',
  async ({ address, kind }) => {
    const wrongs: string[] = [];
    for (const { page, origin, wrongs: found } of windows) {
      found.length = 0;
      await page.goto(origin + address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        wrongs.push(...(await wider(page)).map((wrong) => `${width}: ${wrong}`));
      }
      wrongs.push(...(await page.evaluate(intruders)));
      expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
      wrongs.push(...found.filter((wrong) => !(kind === '404.html' && /404/.test(wrong))));
      // What it is still fetching is broken off here, and not while the next page is looked at.
      await page.goto('about:blank');
    }
    expect(wrongs).toEqual([]);
  },
);

test('what is found in the register is shown as text too', async () => {
  const { page, wrongs, origin } = windows.at(-1) as (typeof windows)[number];
  wrongs.length = 0;
  await page.goto(`${origin}/findings/?sort=found`);
  await page.locator('[data-explorer-part=results] tbody tr').first().waitFor();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  expect(await page.evaluate(intruders)).toEqual([]);
  expect([...wrongs, ...(await wider(page))]).toEqual([]);
});
