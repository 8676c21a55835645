import { describe, expect, inject, test } from 'vitest';
import { openSite } from './opened-site.ts';
import { serve } from './serve.ts';
import { violations } from './violations.ts';
import { watchedPage } from './watched-page.ts';

const site = inject('site');

const opened = openSite();

describe('an embedded figure', () => {
  test.each(['', '/en'])(
    'is drawn out of its page, in “%s”, with links that lead out of the frame',
    async (folder) => {
      const context = await opened.browser.newContext({ viewport: { width: 480, height: 500 } });
      const { page, wrongs } = await watchedPage(context, opened.origin);
      await page.goto(`${opened.origin}${folder}/embed/?page=${folder}/&id=trend`);
      await page.locator('canvas').waitFor();
      const title = await page.locator('figure h3').textContent();
      const targets = await page
        .locator('figure a:not([download])')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).target));
      expect(new Set(targets)).toEqual(new Set(['_top']));
      expect(await page.locator('[data-embed-from]').getAttribute('href')).toBe(
        `${opened.origin}${folder}/#trend`,
      );
      expect(await violations(page)).toEqual([]);
      await page.goto(`${opened.origin}${folder}/`);
      expect(await page.locator('#trend h3').textContent()).toBe(title);
      expect(wrongs).toEqual([]);
      await context.close();
    },
  );

  test('is what the page says how to embed, and tells the page around how high it is', async () => {
    // The page around is another host's: it has a policy of its own, or none.
    const around = await serve(site);
    const page = await opened.browser.newPage();
    await page.goto(`${around.origin}/`);
    const frame = (await page.locator('#trend .embed code').textContent()) ?? '';
    const source = /src="([^"]+)"/.exec(frame)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { pathname, search } = new URL(source);
    const height = await page.evaluate(
      (address) =>
        new Promise((told) => {
          addEventListener('message', ({ data }) => told(data));
          const inner = document.createElement('iframe');
          inner.src = address;
          // At the top: a browser does not trouble to lay out a frame that is out of view.
          document.body.prepend(inner);
        }),
      `${opened.origin}${pathname}${search}`,
    );
    expect(height).toEqual({ from: 'zhaocha', height: expect.any(Number) });
    // A figure as narrow as a phone's column is higher: its words break.
    const [wide, narrow] = await page.evaluate(async () => {
      const inner = document.querySelector('iframe') as HTMLIFrameElement;
      const atWidth = (width: number) =>
        new Promise<number>((told) => {
          addEventListener('message', ({ data }) => setTimeout(() => told(data.height), 200), { once: true });
          inner.width = String(width);
        });
      return [await atWidth(700), await atWidth(240)] as const;
    });
    expect(narrow).toBeGreaterThan(wide);
    await page.close();
    await around.close();
  });

  test.each([
    ['a figure that is not there', 'page=/&id=nothing'],
    ['a page of another host', 'page=//example.com/&id=trend'],
    ['a table, in which anybody’s words stand', 'page=/data/latest/findings.csv&id=trend'],
    ['a part of a page that is no figure', 'page=/&id=main'],
    ['nothing', ''],
  ])('is not shown for %s', async (_, asked) => {
    const context = await opened.browser.newContext();
    const { page, wrongs } = await watchedPage(context, opened.origin);
    await page.goto(`${opened.origin}/embed/?${asked}`);
    await expect.poll(() => page.locator('[data-embed]').textContent()).toBe('这里没有这张图。');
    expect(await page.locator('figure').count()).toBe(0);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
