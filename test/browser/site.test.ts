import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readDownloads } from './downloads.ts';
import { specimens, type Specimen } from './page-kinds.ts';
import { enlarged, keyboardFaults } from './reachable.ts';
import { fileOf } from './site-files.ts';
import { sideways, violations } from './violations.ts';
import { openSite } from './opened-site.ts';
import { watchedPage } from './watched-page.ts';

const site = inject('site');
const [programme] = [(await readDownloads(site)).get('programme') ?? []];
const languages = programme.find((row) => row.field === 'languages')?.value?.split(' ') ?? [];
const pages = await specimens(site, languages);

const widths = { small: 320, phone: 390, desktop: 1280 };
const height = 900;

/** Every theme at every width, the toggles closed in half of them and open in the other half. */
const looks = [
  { theme: 'light', width: widths.desktop, toggles: 'closed' },
  { theme: 'light', width: widths.phone, toggles: 'open' },
  { theme: 'dark', width: widths.desktop, toggles: 'open' },
  { theme: 'dark', width: widths.phone, toggles: 'closed' },
] as const;

/**
 * By which rules of accessibility a page is judged in a look. Every page is held against all in one theme, with its toggles open in
 * one language and closed in the next, and in the other theme, which changes nothing but colours, against those for colours.
 */
function rulesFor({ language }: Specimen, theme: string, toggles: string): 'all' | 'colours' | null {
  const isEven = languages.indexOf(language) % 2 === 0;
  if ((toggles === 'open') !== (isEven === (theme === 'light'))) return null;
  return theme === 'light' ? 'all' : 'colours';
}

const opened = openSite();

/** Does something with a page of the site in a window of its own, and says what went wrong meanwhile. */
async function visit(
  { address, kind }: Specimen,
  script: 'with script' | 'without script',
  look: (page: Page) => Promise<void>,
): Promise<string[]> {
  const context = await opened.browser.newContext({
    viewport: { width: widths.desktop, height },
    javaScriptEnabled: script === 'with script',
  });
  try {
    const { page, wrongs } = await watchedPage(context, opened.origin);
    await page.goto(opened.origin + address);
    await look(page);
    return wrongs.filter((wrong) => !(kind === '404.html' && /404/.test(wrong)));
  } finally {
    await context.close();
  }
}

/** Draws every chart of a page by bringing it into view, and says which were not drawn. */
async function drawCharts(page: Page): Promise<string[]> {
  const missing: string[] = [];
  for (const figure of await page.locator('figure[data-chart]').all()) {
    await figure.scrollIntoViewIfNeeded();
    const drawn = await figure
      .locator('canvas')
      .waitFor()
      .then(
        () => figure.locator('canvas').evaluate(inkOf),
        () => ({ painted: 0, colours: 0 }),
      );
    if (drawn.painted < 0.002 || drawn.colours < 3) {
      missing.push(`chart ${await figure.getAttribute('id')}: ${JSON.stringify(drawn)}`);
    }
  }
  return missing;
}

/** How much of a canvas is painted, and in how many colours. Runs in the page. */
function inkOf(element: Element): { painted: number; colours: number } {
  const canvas = element as HTMLCanvasElement;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  const colours = new Set<number>();
  let painted = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue;
    painted += 1;
    colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
  }
  return { painted: painted / (pixels.length / 4), colours: colours.size };
}

/** The kinds of chart on a page of the site. */
function chartsAt(address: string): string[] {
  const html = readFileSync(join(site, fileOf(address)), 'utf8');
  return [...html.matchAll(/data-chart="(\w+)"/g)].flatMap(([, kind]) => kind ?? []);
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

/** A number on a page, the words it is shown as, and whether there is anything to see of it. */
interface ShownNumber {
  readonly key: string;
  readonly shown: string;
  readonly seen: boolean;
}

/** Every number on a page. Runs in the page. */
function numbersOf(): ShownNumber[] {
  return [...document.querySelectorAll<HTMLElement>('main data')].map((element) => ({
    key: JSON.stringify({ ...element.dataset }),
    shown: element.textContent?.trim() ?? '',
    seen: element.getClientRects().length > 0,
  }));
}

describe('a page of each kind, in each language', () => {
  test('there are pages to look at', () => {
    for (const language of languages) {
      const kinds = pages.filter((page) => page.language === language).map(({ kind }) => kind);
      expect(kinds).toEqual(
        expect.arrayContaining(['home', 'departments', 'departments/*', 'findings', 'findings/*']),
      );
    }
  });

  test.concurrent.each(pages)('$language $kind: whole for every reader', async (specimen) => {
    const found: string[] = [];
    let scripted: ShownNumber[] = [];
    const wrongs = await visit(specimen, 'with script', async (page) => {
      scripted = await page.evaluate(numbersOf);
      found.push(...(await drawCharts(page)));
      for (const { theme, width, toggles } of looks) {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize({ width, height });
        await page.evaluate((open) => {
          for (const toggle of document.querySelectorAll('details')) toggle.open = open;
        }, toggles === 'open');
        const rules = rulesFor(specimen, theme, toggles);
        const complaints = [...(await sideways(page)), ...(rules ? await violations(page, rules) : [])];
        found.push(...complaints.map((complaint) => `${theme} ${width} ${toggles}: ${complaint}`));
      }
      found.push(...(await enlarged(page)), ...(await keyboardFaults(page)));
    });
    const plain: string[] = await visit(specimen, 'without script', async (page) => {
      const numbers = await page.evaluate(numbersOf);
      const said = (all: ShownNumber[]) => all.map(({ key, shown }) => `${key} ${shown}`);
      expect(said(numbers)).toEqual(said(scripted));
      expect(numbers.filter(({ seen, shown }) => !seen || shown === '')).toEqual([]);
      await page.setViewportSize({ width: widths.small, height });
      found.push(...(await sideways(page)).map((complaint) => `without script: ${complaint}`));
    });
    expect([...wrongs, ...plain, ...found]).toEqual([]);
  });
});

describe('charts', () => {
  test.each(languages)('%s home: arrow keys speak the points in the words of the table', async (language) => {
    const home = pages.find((page) => page.kind === 'home' && page.language === language);
    if (!home) throw new Error(`No home page in ${language}`);
    await visit(home, 'with script', async (page) => {
      const figure = page.locator('figure[data-chart="line"]').first();
      await figure.scrollIntoViewIfNeeded();
      await figure.locator('canvas').focus();
      const last = figure.locator('tbody tr').last();
      const [period, ...cells] = (await last.locator('th, td').allTextContents()).map((text) => text.trim());
      const said = figure.locator('[aria-live="polite"]');
      await page.keyboard.press('End');
      expect(await said.textContent()).toContain(period);
      expect(await said.textContent()).toContain(cells[0]);
      await page.keyboard.press('ArrowDown');
      expect(await said.textContent()).toContain(cells[1]);
    });
  });

  test.each(languages)('%s survey: a grade is spoken with its share, number and range', async (language) => {
    const survey = pages.find((page) => page.kind === 'survey' && page.language === language);
    if (!survey) throw new Error(`No survey page in ${language}`);
    await visit(survey, 'with script', async (page) => {
      const figure = page.locator('figure[data-chart="stacked"]').first();
      await figure.scrollIntoViewIfNeeded();
      await figure.locator('canvas').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      const said = (await figure.locator('[aria-live="polite"]').textContent()) ?? '';
      const cell = figure.locator('tbody tr').first().locator('td.r').nth(2);
      const shown = (part: string) => cell.locator(`data[data-cell$=":${part}"]`).textContent();
      expect(said).toContain((await shown('share'))?.trim());
      expect(said).toContain((await cell.locator('[data-heard]').textContent())?.trim());
      expect(said).toContain(
        await figure
          .locator('thead [data-series]')
          .nth(1)
          .textContent()
          .then((name) => name?.trim()),
      );
    });
  });

  test('redraw when the theme changes', async () => {
    const [home] = pages.filter(({ kind }) => kind === 'home');
    if (!home) throw new Error('No home page');
    await visit(home, 'with script', async (page) => {
      await drawCharts(page);
      const canvas = page.locator('canvas').first();
      const light = await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect
        .poll(() => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL()))
        .not.toBe(light);
    });
  });

  test.each(['line', 'steps', 'bar', 'stacked', 'funnel'])(
    'of %s are saved with their sentence and source, as dots and as lines that look the same',
    async (kind) => {
      const [specimen] = pages.filter(({ address }) => chartsAt(address).includes(kind));
      if (!specimen) throw new Error(`No page has a chart of kind ${kind}`);
      await visit(specimen, 'with script', async (page) => {
        const figure = page.locator(`figure[data-chart="${kind}"]`).first();
        await figure.scrollIntoViewIfNeeded();
        await figure.locator('canvas').waitFor();
        const saved = async (form: string) => {
          const [download] = await Promise.all([
            page.waitForEvent('download'),
            figure.getByRole('button', { name: form, exact: true }).click(),
          ]);
          expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${form.toLowerCase()}$`));
          return readFile(await download.path());
        };
        const [png, svg] = [await saved('PNG'), await saved('SVG')];
        const words = (selector: string) =>
          figure
            .locator(selector)
            .evaluate((element) => (element.textContent ?? '').replace(/\s+/g, '').trim());
        const picture = await comparedPictures(png, svg);
        expect(picture.words).toContain(await words('h3'));
        expect(picture.words).toContain(await words('.src'));
        expect(picture.raster).toBe(0);
        expect(picture.ink).toBeGreaterThan(0.01);
        expect(picture.different).toBeLessThan(picture.ink / 4);
      });
    },
  );

  test.each(['home', 'survey'])('of %s take the place of the table without moving the page', async (kind) => {
    const specimen = pages.find((page) => page.kind === kind);
    if (!specimen) throw new Error(`No page of kind ${kind}`);
    await visit(specimen, 'with script', async (page) => {
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          const sum = shifts.reduce(
            (total, { value }) => total + value,
            Number(sessionStorage.getItem('shift') ?? 0),
          );
          sessionStorage.setItem('shift', String(sum));
        }).observe({ type: 'layout-shift', buffered: true });
      });
      // A window high enough to hold the chart from the start.
      await page.setViewportSize({ width: widths.phone, height: 12_000 });
      await page.reload();
      await page.locator('canvas').first().waitFor();
      expect(Number(await page.evaluate(() => sessionStorage.getItem('shift') ?? '0'))).toBeLessThan(0.01);
    });
  });

  test('give way to the open table on paper', async () => {
    const [home] = pages.filter(({ kind }) => kind === 'home');
    if (!home) throw new Error('No home page');
    await visit(home, 'with script', async (page) => {
      await drawCharts(page);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const figure = page.locator('figure[data-chart]').first();
      expect(await figure.locator('canvas').isVisible()).toBe(false);
      expect(await figure.locator('tbody td').first().isVisible()).toBe(true);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      expect(await figure.locator('canvas').isVisible()).toBe(true);
      expect(await figure.locator('tbody td').first().isVisible()).toBe(false);
    });
  });

  test('leave the open table where colours are forced and where the drawing cannot be loaded', async () => {
    const [home] = pages.filter(({ kind }) => kind === 'home');
    if (!home) throw new Error('No home page');
    const forced = await opened.browser.newPage({ forcedColors: 'active' });
    await forced.goto(opened.origin + home.address);
    await expect.poll(() => forced.locator('details.numbers[open]').count()).toBeGreaterThan(0);
    expect(await forced.locator('canvas').count()).toBe(0);
    await forced.close();
    const broken = await opened.browser.newPage();
    await broken.route('**/draw-figure*', (route) => route.abort());
    await broken.goto(opened.origin + home.address);
    const figure = broken.locator('figure[data-chart]').first();
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => figure.locator('.chart').count()).toBe(0);
    expect(await figure.locator('details.numbers[open]').count()).toBe(1);
    await broken.close();
  });
});
