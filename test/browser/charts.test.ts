import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { rowsOf } from '../../src/verify/read-table.ts';
import { openSite } from './opened-site.ts';
import { addressOf, filesBelow } from './site-files.ts';
import { watchedPage } from './watched-page.ts';

/* What is asked of a chart, asked of each kind of chart. What its axis and its gaps look like stands in `test/site/charts/`. */

const site = inject('site');
const opened = openSite();

/** The languages take turns: what draws a chart is the same in each. */
const kinds = [
  { kind: 'found against confirmed', id: 'trend', language: 'zh' },
  { kind: 'the curve of time to confirmation', id: 'time-curve', language: 'en' },
  { kind: 'the funnel', id: 'funnel', language: 'zh' },
  { kind: 'five grades', id: 'grades-by-question', language: 'en' },
  { kind: 'a control chart', id: 'periods-found', language: 'zh' },
  { kind: 'small multiples', id: 'found-by-department', language: 'en' },
  { kind: 'bars', id: 'time-to-fix', language: 'zh' },
];

/** All pages but those of findings and their lists, which have no chart. */
const pages = await Promise.all(
  (await filesBelow(site))
    .filter((file) => file.endsWith('.html') && !/^(?:en\/)?findings\//.test(file))
    .map(async (file) => ({
      address: addressOf(file),
      language: file.startsWith('en/') ? 'en' : 'zh',
      html: await readFile(join(site, file), 'utf8'),
    })),
);

/** A page of a language that has a chart whose sentence has a number: that of a control chart without a signal has none. */
function pageWith(id: string, language: string): string {
  const numbered = new RegExp(`id="${id}" data-chart=(?:(?!</h3>)[^])*<data`);
  const page = pages.find((one) => one.language === language && numbered.test(one.html));
  if (!page) throw new Error(`No page in ${language} has a chart ${id}`);
  return page.address;
}

/**
 * Looks at a picture of a chart in both forms: the words of the drawn one, how many pictures are hidden in it, how much of the
 * ground is inked, and how much of it is not the same in the other.
 */
async function comparedPictures(png: Buffer, svg: Buffer) {
  const page = await opened.browser.newPage();
  try {
    return await page.evaluate(
      async ([dots, lines]) => {
        const drawn = new DOMParser().parseFromString(lines, 'image/svg+xml').documentElement;
        const pixelsOf = async (source: string) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = 500;
          canvas.height = Math.round((500 * image.naturalHeight) / image.naturalWidth);
          const context = canvas.getContext('2d') as CanvasRenderingContext2D;
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height).data;
        };
        const one = await pixelsOf(`data:image/png;base64,${dots}`);
        const other = await pixelsOf(`data:image/svg+xml,${encodeURIComponent(lines)}`);
        let ink = 0;
        let different = 0;
        // The green of every dot tells ink from paper.
        for (let at = 1; at < one.length; at += 4) {
          if ((one[at] ?? 0) < 200) ink += 1;
          if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 60) different += 1;
        }
        const dotCount = one.length / 4;
        return {
          words: [...drawn.querySelectorAll('text')]
            .map(({ textContent }) => textContent)
            .join('')
            .replace(/\s+/g, ''),
          raster: drawn.querySelectorAll('image, parsererror').length,
          ink: ink / dotCount,
          different: different / dotCount,
        };
      },
      [png.toString('base64'), svg.toString('utf8')] as const,
    );
  } finally {
    await page.close();
  }
}

/** The places of a chart and the numbers of its first series, as its table shows them. Runs in the page. */
function firstSeriesOf(figure: Element) {
  const words = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const table = figure.querySelector('table:not([data-limits])') as HTMLTableElement;
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const columns = heads.flatMap((head, column) => (head.dataset['series'] === undefined ? [] : [column]));
  const numberIn = (cell: Element | undefined) => words(cell?.querySelector('data') ?? cell);
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  return (figure as HTMLElement).dataset['turned'] === undefined
    ? rows.map((row) => ({
        place: words(row.querySelector('th')),
        number: numberIn(row.cells[columns[0] ?? 0]),
      }))
    : columns.map((column) => ({ place: words(heads[column]), number: numberIn(rows[0]?.cells[column]) }));
}

/** Everything that is said while the arrow key goes through the points of the first series. */
async function saidByKeys(page: Page, figure: Locator, places: number): Promise<string[]> {
  const said = figure.locator('[aria-live="polite"]');
  await figure.locator('canvas').focus();
  await page.keyboard.press('Home');
  const all: string[] = [];
  for (let place = 0; place < places; place += 1) {
    all.push(((await said.textContent()) ?? '').replace(/\s+/g, ' '));
    await page.keyboard.press('ArrowRight');
  }
  return all;
}

/** Counts what moves while nobody touches the page. Runs in the page before all else. */
function countShifts(): void {
  Object.assign(globalThis, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      (globalThis as unknown as { shifted: number }).shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

async function savedAs(page: Page, figure: Locator, form: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: form, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${form.toLowerCase()}$`));
  return readFile(await download.path());
}

describe('a chart', () => {
  test.concurrent.each(kinds)(
    '$kind, in $language: whole, with everything that belongs to it',
    async ({ id, language }) => {
      const context = await opened.browser.newContext({ viewport: { width: 390, height: 900 } });
      try {
        const { page, wrongs } = await watchedPage(context, opened.origin);
        await page.addInitScript(countShifts);
        const address = pageWith(id, language);
        await page.goto(opened.origin + address);
        const figure = page.locator(`figure#${id}`);
        await figure.scrollIntoViewIfNeeded();
        await figure.locator('canvas').waitFor();
        expect(
          await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted),
        ).toBeLessThan(0.01);

        // A sentence with its number, which is a number of the public tables.
        expect(await figure.locator('h3 data').count()).toBeGreaterThan(0);

        // Every point is reached and said: where it stands, and the number of the table, or why there is none.
        const points = await figure.evaluate(firstSeriesOf);
        const said = await saidByKeys(page, figure, points.length);
        points.forEach(({ place, number }, index) => {
          expect(said[index]).toContain(place);
          expect(said[index]).toContain(number);
        });

        // The table is one press away.
        const toggle = figure.locator('details.numbers > summary');
        if ((await toggle.count()) > 0) {
          expect(await figure.locator('tbody th').first().isVisible()).toBe(false);
          await toggle.click();
          await toggle.click();
          await toggle.click();
        }
        expect(await figure.locator('tbody th').first().isVisible()).toBe(true);

        // Its own numbers as CSV; a link to itself; a picture in both forms.
        const csv = await figure.locator('.acts a[download]').getAttribute('href');
        expect(rowsOf(await readFile(join(site, csv ?? ''))).length).toBeGreaterThan(0);
        expect(await figure.locator(`.acts a[href="#${id}"]`).count()).toBe(1);
        const [png, svg] = [await savedAs(page, figure, 'PNG'), await savedAs(page, figure, 'SVG')];
        const words = (selector: string) =>
          figure
            .locator(selector)
            .first()
            .evaluate((element) => (element.textContent ?? '').replace(/\s+/g, '').trim());
        const picture = await comparedPictures(png, svg);
        expect(picture.words).toContain(await words('h3'));
        expect(picture.words).toContain(await words('.src'));
        expect(picture.raster).toBe(0);
        expect(picture.ink).toBeGreaterThan(0.01);
        expect(picture.different).toBeLessThan(picture.ink / 4);

        // The very same figure in a frame.
        const frame = (await figure.locator('.embed code').textContent()) ?? '';
        const source = new URL(/src="([^"]+)"/.exec(frame)?.[1]?.replaceAll('&amp;', '&') ?? '');
        await page.goto(`${opened.origin}${source.pathname}${source.search}`);
        await page.locator(`figure#${id} canvas`).waitFor();
        expect(wrongs).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );
});
