import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { leavePage } from './leave-page.ts';
import { openSite } from './opened-site.ts';
import { watchedPage } from './watched-page.ts';

const root = resolve(import.meta.dirname, '..', '..');
const site = inject('site');

const runNode = (...parameters: string[]) => spawnSync(process.execPath, parameters, { encoding: 'utf8' });

const counted = /^[\d,]+ published figures, [\d,]+ counted again/;

describe('the demonstration site is counted again without a difference', () => {
  let ours: string;

  beforeAll(() => {
    const { status, stdout, stderr } = runNode(
      join(root, 'scripts', 'verify.ts'),
      '--site',
      site,
      '--lang',
      'en',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('No difference.');
    ours = stdout;
  });

  it('by the one file that is shipped with it, run from the site’s own folder', () => {
    const { status, stdout } = runNode(join(site, 'data', 'verify', 'verify.js'), site, 'en');
    expect(status).toBe(0);
    expect(counted.exec(stdout)?.[0]).toBe(counted.exec(ours)?.[0]);
    expect(stdout).toContain('No difference.');
  });

  describe('by its page in a browser', () => {
    const opened = openSite();

    async function onPage(look: (page: Page) => Promise<void>, path = 'en/data/verify/'): Promise<string[]> {
      const context = await opened.browser.newContext();
      try {
        const { page, wrongs } = await watchedPage(context, opened.origin);
        await page.goto(`${opened.origin}/${path}`);
        await look(page);
        return wrongs;
      } finally {
        await context.close();
      }
    }

    const end = /^(No difference|[\d,]+ differences)\./;
    const said = (page: Page) => page.getByRole('status');
    const check = async (page: Page) => {
      await page.getByRole('button', { name: 'Check files and figures' }).click();
      await said(page).filter({ hasText: end }).waitFor({ timeout: 200_000 });
    };

    it('which gives the same count and asks no other host', async () => {
      const wrongs = await onPage(async (page) => {
        await check(page);
        expect(await said(page).textContent()).toBe('No difference.');
        const summary = await page.locator('[data-verifier-part="summary"] p').first().textContent();
        expect(summary).toMatch(counted);
        expect(counted.exec(summary ?? '')?.[0]).toBe(counted.exec(ours)?.[0]);
      });
      expect(wrongs).toEqual([]);
    });

    it('which a link beside any number asks about just that number: where it comes from, and whether it is right', async () => {
      const wrongs = await onPage(async (page) => {
        await page.getByText('Where do these numbers come from?').last().click();
        await page.getByRole('button', { name: 'Show it beside every number' }).click();
        const link = page.getByRole('main').locator('a.whl').first();
        await expect.poll(() => link.getAttribute('aria-label')).toMatch(/^Where \d+ comes from$/);
        const number = (await link.getAttribute('aria-label'))?.match(/\d+/)?.[0];
        await leavePage(page, () => link.click());
        await page.getByRole('heading', { level: 3, name: /Tax Service · Found · all periods/ }).waitFor();
        expect(await said(page).textContent()).toBe('Counted again: the same.');
        const facts = await page.locator('.account dd').allTextContents();
        expect(facts[0]).toContain(`value ${number}`);
        expect(facts.join('\n')).toContain(`${number} rows findings.csv`);
      }, 'en/departments/tax/');
      expect(wrongs).toEqual([]);
    });

    it('which counts all numbers of one measure on a page again', async () => {
      await onPage(async (page) => {
        await page.locator('#whence > summary').click();
        const again = page.getByRole('link', { name: /^count again.*Found$/ }).first();
        await leavePage(page, () => again.click());
        await page.locator('[data-verifier-part="accounts"] details').first().waitFor();
        const all = await page.locator('[data-verifier-part="accounts"] summary').allTextContents();
        expect(all.length).toBeGreaterThan(3);
        expect(all.filter((one) => !/ · Found · .*Counted again: the same\.$/.test(one))).toEqual([]);
      }, 'en/departments/tax/');
    });

    it('which finds one figure that was changed on its way', async () => {
      await onPage(async (page) => {
        await page.context().route('**/data/latest/figures.csv', async (route) => {
          const response = await route.fetch();
          const text = await response.text();
          await route.fulfill({
            response,
            body: text.replace(/(programme,all,all,found,[^\r]*?)(\d+)/, '$1$29'),
          });
        });
        await check(page);
        const found = await page.locator('[data-verifier-part="differences"] li').allTextContents();
        expect(found.join('\n')).toMatch(/\[hash\] data\/latest\/figures\.csv/);
        expect(found.join('\n')).toMatch(/\[recount\] figures\.csv programme:all\|all\|found/);
      });
    });
  });
});
