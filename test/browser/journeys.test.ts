import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readDownloads, type TextRow } from './downloads.ts';
import { leavePage } from './leave-page.ts';
import { openSite } from './opened-site.ts';
import { watchedPage } from './watched-page.ts';

/* The three readers of the design, each on their way through the site. */

const site = inject('site');
const tables = await readDownloads(site);
const problems = (tables.get('findings') ?? []).filter(({ kind }) => kind === 'problem');
const perPage = 100;

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

/** The ways in which a reader may come: each two of language, size and script meet in one of them. */
const ways = [
  { how: 'in Chinese, on a phone, with script', folder: '', viewport: phone, script: true },
  { how: 'in Chinese, on a desktop, without script', folder: '', viewport: desktop, script: false },
  { how: 'in English, on a phone, without script', folder: '/en', viewport: phone, script: false },
  { how: 'in English, on a desktop, with script', folder: '/en', viewport: desktop, script: true },
];

const opened = openSite();

/** Lets a reader go their way in a window of their own; nothing may go wrong meanwhile. */
async function go(
  { viewport, script }: (typeof ways)[number],
  walk: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await opened.browser.newContext({ viewport, javaScriptEnabled: script });
  try {
    const { page, wrongs } = await watchedPage(context, opened.origin);
    await walk(page);
    // Who leaves a page while it loads breaks off what it was fetching.
    expect(wrongs.filter((wrong) => !wrong.startsWith('failed:'))).toEqual([]);
  } finally {
    await context.close();
  }
}

const figure = (page: Page, key: string) => page.locator(`main [data-figure="${key}"]`).first();
const value = async (page: Page, key: string) => Number(await figure(page, key).getAttribute('value'));
const path = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).hash;

/** The ids of the findings that a list without script shows. */
const listed = (page: Page) =>
  page
    .locator('main [role=rowheader] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));

/** What leads to an address on a page, wherever it stands. */
const link = (page: Page, href: string) => page.locator(`a[href="${href}"]`).first();

const follow = (page: Page, href: string) => leavePage(page, () => link(page, href).click());

async function download(page: Page, href: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, href).click()]);
  return readFile(await file.path());
}

const rowsOf = (csv: Buffer) =>
  Papa.parse<TextRow>(csv.toString('utf8'), { header: true, skipEmptyLines: true }).data;

describe('a resident who asks whether it was mended', () => {
  test.concurrent.each(ways)('$how', async (way) => {
    const { folder } = way;
    await go(way, async (page) => {
      // The opening sentence, and behind one of its numbers the rows that it counts.
      await page.goto(`${opened.origin}${folder}/`);
      const overdue = problems.filter((row) => row.overdue === 'true');
      expect(await value(page, 'programme:all|all|overdue')).toBe(overdue.length);
      const number = page.locator('[data-figure="programme:all|all|overdue"]');
      await leavePage(page, () => page.locator('h1 a', { has: number }).click());
      expect(path(page)).toBe(`${folder}/findings/status/overdue/`);
      const ids = await listed(page);
      expect(ids.sort()).toEqual(overdue.map(({ finding_id = '' }) => finding_id).sort());

      // Back, by name to the department, and to what was found there.
      await page.goBack();
      await follow(page, `${folder}/a-z/`);
      const { department_id: department = '' } = overdue[0] ?? {};
      await follow(page, `${folder}/departments/${department}/`);
      const own = problems.filter((row) => row.department_id === department);
      expect(await value(page, `department:${department}|all|found`)).toBe(own.length);
      await leavePage(page, () => page.locator('h1 a').first().click());
      expect(await listed(page)).toHaveLength(Math.min(perPage, own.length));

      // One finding, from the day it was found on: who said what, and when.
      const [first = ''] = await listed(page);
      await follow(page, `${folder}/findings/${first}/`);
      const events = (tables.get('finding_events') ?? []).filter(({ finding_id }) => finding_id === first);
      const days = await page
        .locator('.tl > li > p:first-child time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
      expect(days).toEqual(events.map(({ on }) => on));
      expect(await page.locator(`a[href="${folder}/departments/${department}/"]`).count()).toBeGreaterThan(0);

      // How to read it, in six lines, one step away from everywhere.
      await follow(page, `${folder}/reading/`);
      expect(await page.locator('main .read dt').count()).toBe(6);
    });
  });
});

describe('somebody of the staff of a department who looks at what is said of it', () => {
  const { department_id: department = '' } = problems.find((row) => row.overdue === 'true') ?? {};
  const own = problems.filter((row) => row.department_id === department);

  test.concurrent.each(ways)('$how', async (way) => {
    const { folder } = way;
    await go(way, async (page) => {
      await page.goto(`${opened.origin}${folder}/departments/`);
      await follow(page, `${folder}/departments/${department}/`);

      // What is still owed, the longest first.
      const late = own.filter((row) => row.overdue === 'true').map((row) => Number(row.overdue_working_days));
      const shown = await page
        .locator('#owed [data-cell$=":overdue_working_days"]')
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
      expect(shown).toEqual(late.toSorted((one, other) => other - one).slice(0, shown.length));
      expect(shown.length).toBe(Math.min(20, late.length));

      // A rate with the counts it is made of.
      const key = `department:${department}|all|on_time_rate`;
      const row = (tables.get('figures') ?? []).find(
        ({ subject_id, period, measure }) =>
          subject_id === department && period === 'all' && measure === 'on_time_rate',
      );
      const part = (name: string) => page.locator(`main [data-figure="${key}"][data-part=${name}]`).first();
      expect(await part('count').getAttribute('value')).toBe(row?.count);
      expect(await part('base').getAttribute('value')).toBe(row?.base);

      // The same page in the other language says the same numbers.
      const numbers = () =>
        page.locator('main data').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
      const here = await numbers();
      await leavePage(page, () => page.locator('.mast a[hreflang]').click());
      expect(path(page)).toBe(`${folder ? '' : '/en'}/departments/${department}/`);
      expect((await numbers()).sort()).toEqual(here.sort());
      await page.goBack();

      // The rows behind it, as many as the page says.
      const rows = rowsOf(await download(page, `/data/departments/${department}/findings.csv`));
      expect(
        rows
          .filter(({ kind }) => kind === 'problem')
          .map(({ finding_id }) => finding_id)
          .sort(),
      ).toEqual(own.map(({ finding_id }) => finding_id).sort());
    });
  });
});

describe('a journalist who counts again', () => {
  test.concurrent.each(ways)('$how', async (way) => {
    const { folder } = way;
    await go(way, async (page) => {
      await page.goto(`${opened.origin}${folder}/`);
      const headline: Record<string, number> = {};
      for (const measure of ['found', 'confirmed', 'claimed', 'overdue'])
        headline[measure] = await value(page, `programme:all|all|${measure}`);

      await follow(page, `${folder}/data/`);
      const csv = await download(page, '/data/latest/findings.csv');
      const hash = createHash('sha256').update(csv).digest('hex');
      expect(await page.locator(`code[title="${hash}"]`).count()).toBe(1);
      const counted = rowsOf(csv).filter(({ kind }) => kind === 'problem');
      expect(headline).toEqual({
        found: counted.length,
        confirmed: counted.filter(({ status }) => status === 'confirmed').length,
        claimed: counted.filter(({ status }) => status === 'claimed').length,
        overdue: counted.filter(({ overdue }) => overdue === 'true').length,
      });

      // Every column has its meaning one step further, and every measure its definition.
      const columns = counted[0] ? Object.keys(counted[0]) : [];
      await follow(page, `${folder}/data/dictionary/`);
      const explained = await page.locator('#dictionary-findings').textContent();
      expect(columns.filter((column) => !explained?.includes(column))).toEqual([]);
      await follow(page, `${folder}/method/`);
      for (const measure of Object.keys(headline))
        expect(await page.locator(`#measure-${measure}`).count()).toBe(1);

      // What was corrected, and what changed from release to release.
      await follow(page, `${folder}/changes/`);
      expect(await page.locator('h1').textContent()).not.toBe('');
    });
  });
});
