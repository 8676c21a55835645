import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { leavePage } from './leave-page.ts';
import { sideways, violations } from './violations.ts';
import { openSite } from './opened-site.ts';
import { watchedPage } from './watched-page.ts';

const opened = openSite();

/** Opens an address in a window of its own and looks; nothing may go wrong meanwhile. */
async function at(address: string, script: boolean, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: script,
  });
  try {
    const { page, wrongs } = await watchedPage(context, opened.origin);
    await page.goto(opened.origin + address);
    await look(page);
    expect(wrongs).toEqual([]);
  } finally {
    await context.close();
  }
}

const said = (page: Page) => page.locator('[data-search-part=said]').textContent();
const found = (page: Page) =>
  page
    .locator('[data-search-part=list] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

describe('the search of the whole site', () => {
  test.each([
    { folder: '', words: '不动产', says: /^[\d,]+ 页$/, page: '/departments/realty/' },
    { folder: '/en', words: 'real estate', says: /^[\d,]+ pages?$/, page: '/en/departments/realty/' },
  ])(
    'finds “$words” as it is typed, and the address keeps it',
    async ({ folder, words, says, page: wanted }) => {
      await at(`${folder}/search/`, true, async (page) => {
        const further = page.locator('[data-search-part=further]');
        const register = await further.textContent();
        await page.locator('#q').focus();
        await page.waitForLoadState('networkidle');
        expect(await further.textContent()).toBe(register);
        await page.locator('#q').pressSequentially(words);
        await expect.poll(() => said(page)).toMatch(says);
        expect(await found(page)).toContain(wanted);
        await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(words);
        expect([...(await violations(page)), ...(await sideways(page))]).toEqual([]);
        await leavePage(page, () => further.click());
        expect(new URL(page.url()).pathname).toBe(`${folder}/findings/`);
        await expect.poll(() => page.locator('#q').inputValue()).toBe(words);
      });
    },
  );

  test('opens what an address looks for, leads to its pages, and says when there is none', async () => {
    await at('/search/?q=%E4%B8%8D%E5%8A%A8%E4%BA%A7', true, async (page) => {
      await expect.poll(() => found(page).then((links) => links.length)).toBeGreaterThan(0);
      await page.locator('#q').fill('火星火星');
      await expect.poll(() => said(page)).toMatch(/^没有找到/);
      expect(await found(page)).toEqual([]);
    });
  });

  test('names other ways without script', async () => {
    await at('/search/', false, async (page) => {
      expect(await page.locator('form[role=search]').isVisible()).toBe(false);
      expect(await page.locator('main a[href="/a-z/"]').isVisible()).toBe(true);
    });
  });
});
