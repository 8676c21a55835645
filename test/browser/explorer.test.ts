import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readDownloads, type TextRow } from './downloads.ts';
import { leavePage } from './leave-page.ts';
import { sideways, violations } from './violations.ts';
import { openSite } from './opened-site.ts';
import { watchedPage } from './watched-page.ts';

const site = inject('site');
const findings = (await readDownloads(site)).get('findings') ?? [];
const problems = findings.filter(({ kind }) => kind === 'problem');

const opened = openSite();

type Script = 'with script' | 'without script';

/** Opens an address of the site in a window of its own, does something, and says what went wrong meanwhile. */
async function at(
  address: string,
  look: (page: Page) => Promise<void>,
  { width = 1280, script = 'with script' as Script } = {},
): Promise<string[]> {
  const context = await opened.browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script === 'with script',
  });
  try {
    const { page, wrongs } = await watchedPage(context, opened.origin);
    await page.goto(opened.origin + address);
    await look(page);
    return wrongs;
  } finally {
    await context.close();
  }
}

const said = (page: Page) => page.locator('[role=status]');
const rows = (page: Page) => page.locator('[data-explorer-part=results] tbody tr');
const ids = (page: Page) =>
  page.locator('[data-explorer-part=results] tbody [data-part=id]').allTextContents();

/** Takes the rows, or the account of them, away. */
async function take(page: Page, part: 'csv' | 'provenance') {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-part=${part}]`).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** What the address of a page asks for. */
const asked = (page: Page) => new URL(page.url()).searchParams;

const withWord = (word: string) =>
  problems.filter((row) =>
    ['title_zh', 'description_zh', 'now_zh'].some((column) => row[column]?.includes(word)),
  );

function count(row: TextRow, column: string, value: string): boolean {
  return row[column] === value;
}

describe('the register', () => {
  test('finds a Chinese word as it is typed, says how many, and the address says what was typed', async () => {
    const expected = withWord('叫号').length;
    const wrongs = await at('/findings/', async (page) => {
      await page.locator('#q').pressSequentially('叫号');
      await expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^${expected} 件，`));
      await expect.poll(() => asked(page).get('q')).toBe('叫号');
      expect(await rows(page).count()).toBe(Math.min(20, expected));
      expect(await page.locator('#q').evaluate((field) => field === document.activeElement)).toBe(true);
    });
    expect(wrongs).toEqual([]);
  });

  test('opens a selection from its address, and back undoes one step after the other', async () => {
    const wrongs = await at('/findings/?status=overdue', async (page) => {
      const overdue = problems.filter((row) => count(row, 'overdue', 'true'));
      await expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^${overdue.length} 件，`));
      const department = overdue[0]?.department_id ?? '';
      await page.selectOption('[name=department]', department);
      const both = overdue.filter((row) => count(row, 'department_id', department)).length;
      await expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^${both} 件，`));
      await page.goBack();
      await expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^${overdue.length} 件，`));
      expect(await page.locator('[name=department]').inputValue()).toBe('');
      await page.goForward();
      await expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^${both} 件，`));
    });
    expect(wrongs).toEqual([]);
  });

  test('counts behind every value of every facet what it would leave', async () => {
    await at('/findings/?status=confirmed', async (page) => {
      await expect.poll(() => said(page).textContent()).not.toBe('');
      const confirmed = problems.filter((row) => count(row, 'status', 'confirmed'));
      for (const [name, column] of [
        ['department', 'department_id'],
        ['category', 'category_id'],
        ['channel', 'channel'],
      ] as const) {
        const options = await page
          .locator(`[name=${name}] option:not([value=""])`)
          .evaluateAll((all) =>
            all.map((option) => [
              (option as HTMLOptionElement).value,
              /\(([\d,]+)\)$/.exec(option.textContent ?? '')?.[1],
            ]),
          );
        const expected = options.map(([value = '']) => [
          value,
          String(confirmed.filter((row) => count(row, column, value)).length),
        ]);
        expect(options).toEqual(expected);
      }
    });
  });

  test('leads through its pages, and a choice can be taken back', async () => {
    const wrongs = await at('/findings/?status=confirmed', async (page) => {
      await expect.poll(() => rows(page).count()).toBe(20);
      const first = await ids(page);
      await page.locator('[data-part=pages] a').last().click();
      await expect.poll(() => asked(page).get('page')).toBe('2');
      await expect
        .poll(() => ids(page))
        .toSatisfy(([one]: string[]) => one !== undefined && one !== first[0]);
      await expect
        .poll(() => said(page).evaluate((element) => element === document.activeElement))
        .toBe(true);
      await page.locator('[data-part=chosen] a').first().click();
      await expect.poll(() => asked(page).size).toBe(0);
      await page.locator('[data-explorer-part=list]').waitFor();
    });
    expect(wrongs).toEqual([]);
  });

  test('gives the rows of a selection as they stand in the public table, and says where they come from', async () => {
    const table = (await readFile(join(site, 'data', 'latest', 'findings.csv'), 'utf8')).split('\r\n');
    const wrongs = await at('/findings/?q=%E6%8E%92%E9%98%9F&sort=found', async (page) => {
      await expect.poll(() => rows(page).count()).toBeGreaterThan(0);
      const csv = await take(page, 'csv');
      const expected = withWord('排队').map(({ finding_id }) => finding_id);
      const lines = csv.text.split('\r\n').slice(1, -1);
      expect(csv.text.split('\r\n')[0]).toBe(table[0]);
      expect(lines.filter((line) => !table.includes(line))).toEqual([]);
      expect(lines.map((line) => line.split(',')[0]).sort()).toEqual(expected.sort());
      expect(csv.name).toMatch(/^findings-\d{4}-\d{2}-\d{2}-q_排队\.csv$/);
      const account = await take(page, 'provenance');
      expect(account.text).toContain(`${expected.length}\n`);
      expect(account.text).toContain('/findings/?q=%E6%8E%92%E9%98%9F&sort=found');
    });
    expect(wrongs).toEqual([]);
  });

  test('gives the selection that stands there with its rows where the next one cannot be had', async () => {
    await at('/findings/?q=%E6%8E%92%E9%98%9F', async (page) => {
      await expect.poll(() => rows(page).count()).toBeGreaterThan(0);
      await page.route('**/terms/*', (route) => route.abort());
      await page.locator('#q').fill('叫号');
      await expect.poll(() => said(page).textContent()).toMatch(/没有取到数据/);
      const account = await take(page, 'provenance');
      expect(account.text).toContain(`${withWord('排队').length}\n`);
      expect(account.text).toContain('/findings/?q=%E6%8E%92%E9%98%9F');
    });
  });

  test('says so when nothing matches, and when the data cannot be had', async () => {
    await at('/findings/?q=%E7%81%AB%E6%98%9F%E7%81%AB%E6%98%9F', async (page) => {
      await expect.poll(() => said(page).textContent()).toMatch(/没有符合的问题/);
      await page.locator('[data-part=csv]').waitFor({ state: 'hidden' });
    });
    await at('/findings/', async (page) => {
      await page.route('**/terms/*', (route) => route.abort());
      await page.locator('#q').fill('排队');
      await expect.poll(() => said(page).textContent()).toMatch(/没有取到数据/);
    });
  });

  test('fetches nothing before a reader turns to it, and little then', async () => {
    const fetched: Promise<readonly [url: string, size: number]>[] = [];
    await at('/findings/', async (page) => {
      await page.waitForLoadState('networkidle');
      page.on('response', (response) =>
        fetched.push(response.body().then((body) => [response.url(), body.length] as const)),
      );
      await page.locator('#q').fill('排队');
      await expect.poll(() => rows(page).count()).toBeGreaterThan(0);
      // Before the window is closed, and what came with it.
      await Promise.all(fetched);
    });
    const sizes = new Map(await Promise.all(fetched));
    expect([...sizes.keys()].some((url) => url.includes('/explorer/'))).toBe(true);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });

  test.each(['', '/en'])('is whole without script under “%s”', async (folder) => {
    const wrongs = await at(
      `${folder}/findings/`,
      async (page) => {
        expect(await page.locator('form[role=search]').isVisible()).toBe(false);
        expect(await page.locator('[data-explorer-part=list] tbody tr').count()).toBe(
          Math.min(100, problems.length),
        );
        const months = page.locator('details', { has: page.locator('a[href*="/findings/month/"]') });
        await months.locator('summary').click();
        await leavePage(page, () => months.locator('a').first().click());
        expect(page.url()).toMatch(/\/findings\/month\/\d{4}-\d{2}\/$/);
        const month = page.url().slice(-8, -1);
        expect(await page.locator('tbody tr').count()).toBe(
          Math.min(100, problems.filter(({ found_on }) => found_on?.startsWith(month)).length),
        );
      },
      { script: 'without script', width: 390 },
    );
    expect(wrongs).toEqual([]);
  });

  test.each([
    ['/findings/?q=%E6%8E%92%E9%98%9F&status=confirmed', 1280, 'light'],
    ['/findings/?category=guide', 390, 'dark'],
    ['/en/findings/?q=queue', 390, 'light'],
    ['/en/findings/?status=overdue&sort=overdue', 1280, 'dark'],
  ] as const)('is accessible with results: %s at %i px, %s', async (address, width, theme) => {
    const found: string[] = [];
    const wrongs = await at(
      address,
      async (page) => {
        await page.emulateMedia({ colorScheme: theme });
        await expect.poll(() => rows(page).count()).toBeGreaterThan(0);
        found.push(...(await violations(page)), ...(await sideways(page)));
      },
      { width },
    );
    expect([...wrongs, ...found]).toEqual([]);
  });
});
