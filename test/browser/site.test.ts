import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readDownloads } from './downloads.ts';
import { specimens, type Specimen } from './page-kinds.ts';
import { enlarged, keyboardFaults } from './reachable.ts';
import { brokenWords, sideways, violations } from './violations.ts';
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
 * one language and closed in the next. The other theme changes nothing but colours, which are those of a kind of page in any language:
 * in one of them they are judged with all toggles open, where all of them are seen.
 */
function rulesFor({ kind, language }: Specimen, theme: string, toggles: string): 'all' | 'colours' | null {
  if (theme === 'light')
    return (toggles === 'open') === (languages.indexOf(language) % 2 === 0) ? 'all' : null;
  const isLast = pages.findLast((page) => page.kind === kind)?.language === language;
  return isLast && toggles === 'open' ? 'colours' : null;
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
        const complaints = [
          ...(await sideways(page)),
          ...(toggles === 'open' ? await brokenWords(page) : []),
          ...(rules ? await violations(page, rules) : []),
        ];
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
    const figure = broken.locator('figure#trend');
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => figure.locator('.chart').count()).toBe(0);
    expect(await figure.locator('details.numbers[open]').count()).toBe(1);
    await broken.close();
  });
});
