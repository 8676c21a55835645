import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changed } from '../../src/site/i18n/changed.ts';
import { en } from '../../src/site/i18n/en.ts';
import { zh, type Dictionary } from '../../src/site/i18n/zh.ts';
import { launch } from '../browser/launch.ts';
import { readBackwards } from '../browser/reading-order.ts';
import { sideways, violations } from '../browser/violations.ts';
import { inArabicLetters } from './in-arabic-letters.ts';
import { writeTables, type TestRow } from './public-tables.ts';

/*
 * A city whose first language has the letters of Uyghur and words that nobody speaks, from right to left; Chinese is its second. The tag is
 * a real one, as browsers and the rules of accessibility want it.
 */

const invented = 'ug';

vi.mock(import('../../src/site/i18n/text.ts'), async (original) => {
  const { dictionariesOf } = await original();
  const dictionaries = dictionariesOf({
    [`./${invented}.ts`]: { invented: changed(en, inArabicLetters) },
    './zh.ts': { zh },
  });
  return { dictionariesOf, text: (language: string) => dictionaries.get(language) as Dictionary };
});

const said = (words: string, chinese: string, column: string): TestRow => ({
  [`${column}_${invented}`]: words && inArabicLetters(words),
  [`${column}_zh`]: chinese,
});

const facts: TestRow[] = Object.entries({
  languages: `${invented} zh`,
  ...said('Officers of Example City', '示例市体验官', 'name'),
  cutoff: '2025-09-30',
  calendar: 'china',
  period: 'quarter',
  contact: 'a@b.example',
  corrections: 'a@b.example',
  ...said('Open licence 4.0', '开放许可 4.0', 'licence_name'),
  licence_url: 'https://example.org/licence',
  ...said('Office', '办公室', 'publisher'),
  site: 'https://example.org/',
  demonstration: 'true',
  version: '0',
}).map(([field, value]) => ({ field, value }));

const all = { subject_kind: 'programme', subject_id: 'all', period: 'all', status: 'shown' };
const figures: TestRow[] = ['found', 'confirmed', 'overdue', 'sent', 'in_hand'].map((measure) => ({
  ...all,
  measure,
  count: 2,
  base: 2,
  value: 2,
}));
const rate = { measure: 'on_time_rate', count: 11, base: 12, value: 0.9167, low: 0.6461, high: 0.9851 };
const rates: TestRow[] = [
  { ...all, ...rate },
  { ...all, ...rate, subject_kind: 'department', subject_id: 'tax' },
];
const problem = {
  kind: 'problem',
  status: 'sent',
  overdue: true,
  overdue_working_days: 3,
  due_on: '2025-09-20',
  found_on: '2025-09-01',
  sent_on: '2025-09-02',
  last_event_on: '2025-09-12',
  department_id: 'tax',
  used_working_days: 14,
  limit_working_days: 10,
  replies: 1,
};
const findings = [
  {
    ...problem,
    finding_id: '2025-001',
    ...said('', '窗口 9:30 才开门', 'title'),
    ...said('', '写着 9:00–17:00。', 'description'),
    ...said('', '改好了', 'reply'),
  },
  {
    ...problem,
    finding_id: '2025-002',
    status: 'confirmed',
    overdue: false,
    late: true,
    confirmed_on: '2025-09-12',
    ...said('The counter asks twice', '', 'title'),
  },
];
const finding_events: TestRow[] = findings.flatMap(({ finding_id }) =>
  [
    { event: 'found', on: '2025-09-01', by: 'officer', ...said('Found', '发现', 'event') },
    { event: 'replied', on: '2025-09-12', by: 'department', ...said('Replied', '答复', 'event') },
  ].map((event) => ({ ...event, finding_id, ...said('', '下周改', 'note') })),
);

const styles = ['styles/tokens.css', 'styles/site.css', 'charts/charts.css']
  .map((file) => readFileSync(join(import.meta.dirname, '../../src/site', file), 'utf8'))
  .join('\n');

const pages = {
  home: () => import('../../src/site/pages/[...language]/index.astro'),
  departments: () => import('../../src/site/pages/[...language]/departments/index.astro'),
  register: () => import('../../src/site/pages/[...language]/findings/[...list].astro'),
  finding: () => import('../../src/site/pages/[...language]/findings/[finding].astro'),
  data: () => import('../../src/site/pages/[...language]/data/index.astro'),
};

let browser: Browser;
let markup: (page: keyof typeof pages, language: string, id?: string) => Promise<string>;
let opened: (...page: Parameters<typeof markup>) => Promise<Page>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables(
    {
      programme: facts,
      figures: [...figures, ...rates],
      findings,
      finding_events,
      departments: [{ department_id: 'tax', ...said('Tax Office', '税务局', 'name') }],
    },
    [invented, 'zh'],
  );
  const container = await AstroContainer.create();
  browser = await launch();
  const { tables } = await import('../../src/site/tables/tables.ts');
  const { listPages } = await import('../../src/site/findings/finding-lists.ts');
  markup = async (name, language, id = '2025-001') => {
    const { default: page } = (await pages[name]()) as { default: AstroComponentFactory };
    const finding = tables.findings.find((one) => one.finding_id === id);
    return container.renderToString(page, { props: { language, finding, list: listPages[0] } });
  };
  opened = async (...which) => {
    const page = await browser.newPage();
    await page.setContent(
      (await markup(...which)).replace('</head>', () => `<style>${styles}</style></head>`),
    );
    return page;
  };
});

afterAll(() => browser?.close());

/** The boxes of what a selector finds, in the order of the page. */
const places = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((found) =>
    found.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right };
    }),
  );

describe('a language that is written from right to left', () => {
  it('gives its pages that direction, and those of another language theirs', async () => {
    expect(await markup('home', invented)).toContain(`<html lang="${invented}" dir="rtl">`);
    expect(await markup('home', 'zh')).toContain('<html lang="zh-CN" dir="ltr">');
  });

  it('has texts of another writing in theirs, each way round', async () => {
    expect(await markup('finding', invented)).toContain('lang="zh-CN" dir="ltr">窗口 9:30 才开门');
    const title = inArabicLetters('The counter asks twice');
    expect(await markup('finding', 'zh', '2025-002')).toContain(`lang="${invented}" dir="rtl">${title}`);
    // The way to the same page in the other language, by its own name.
    expect(await markup('home', invented)).toContain('lang="zh-CN" dir="ltr" hreflang="zh-CN">中文');
  });

  it('says nothing of direction where both languages have the same', async () => {
    const { foreign } = await import('../../src/site/words/localized.ts');
    expect(foreign('Queue', 'en', 'zh')).toEqual({ text: 'Queue', lang: 'en' });
    expect(foreign('排队', 'zh', 'no language')).toEqual({ text: '排队', lang: 'zh-CN' });
  });

  it.each(Object.keys(pages) as (keyof typeof pages)[])(
    'has nothing backwards on the page %s',
    async (name) => {
      const page = await opened(name, invented);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await readBackwards(page), `${width} px`).toEqual([]);
        expect(await sideways(page), `${width} px`).toEqual([]);
      }
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it('marks every word of Chinese as what it is, also those that we declare and have in no other language', async () => {
    const page = await opened('finding', invented);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => !element.closest('script, style, template'))
        .filter((element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && /\p{Script=Han}/u.test(node.nodeValue ?? ''),
          ),
        )
        .map((element) => ({
          said: element.textContent,
          lang: element.closest('[lang]')?.getAttribute('lang'),
        })),
    );
    expect(found.map(({ said }) => said)).toContain('体验官');
    expect(found.filter(({ lang }) => lang !== 'zh-CN')).toEqual([]);
    await page.close();
  });

  it('has a picture to go along in a language for which there are letters, and no row of boxes', async () => {
    const { previewLanguage, previewOf } = await import('../../src/site/preview/preview.ts');
    const { canWrite } = await import('../../src/site/preview/letters.ts');
    expect([invented, 'zh'].map(previewLanguage)).toEqual(['zh', 'zh']);
    const { lines } = previewOf({ kind: 'programme', id: 'all' }, previewLanguage(invented), '示例市');
    expect(lines.filter(({ words }) => !canWrite(words))).toEqual([]);
  });

  it('begins a page, a row and a step of a finding on the right', async () => {
    const page = await opened('finding', invented);
    await page.setViewportSize({ width: 1280, height: 900 });
    const [brand, menu] = await Promise.all([places(page, '.brand'), places(page, '.mast nav')]);
    expect(brand[0]?.left).toBeGreaterThan(menu[0]?.left ?? Infinity);
    const [days, lines] = await Promise.all([places(page, '.tl time'), places(page, '.tl > li > div')]);
    expect(days[0]?.left).toBeGreaterThanOrEqual(lines[0]?.right ?? Infinity);
    // A note in Chinese stands under its step, not at the far side of the page.
    const [steps, notes] = await Promise.all([places(page, '.tl b'), places(page, '.tl p [lang="zh-CN"]')]);
    expect(notes.length).toBeGreaterThan(0);
    const endOfNote = await page
      .locator('.tl p [lang="zh-CN"]')
      .first()
      .evaluate((note) => {
        const range = document.createRange();
        range.selectNodeContents(note);
        return range.getBoundingClientRect().right;
      });
    expect(Math.abs(endOfNote - (steps[0]?.right ?? 0))).toBeLessThan(40);
    await page.close();
  });

  it('has bars that begin on the right, and lines along time that begin on the left', async () => {
    const page = await browser.newPage();
    const bar = '<svg class="bar" width="100%" height="9"><rect width="25%" height="9"></rect></svg>';
    const time = bar.replace('class="bar"', 'class="bar gantt"');
    await page.setContent(`<html dir="rtl"><style>${styles}</style><body>${bar}${time}`);
    const [svg, rects] = await Promise.all([places(page, 'svg'), places(page, 'rect')]);
    expect(rects[0]?.right).toBeCloseTo(svg[0]?.right ?? 0, 0);
    expect(rects[1]?.left).toBeCloseTo(svg[1]?.left ?? 0, 0);
    await page.close();
  });
});
