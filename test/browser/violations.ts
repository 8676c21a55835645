import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that a page is held against: all, or those alone that a theme can break. */
const rules = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** Names where a page, as it stands in a browser, breaks a rule of accessibility. */
export async function violations(page: Page, which: keyof typeof rules = 'all'): Promise<string[]> {
  // Evaluated by the browser's own tools, which a content security policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules[which])}, resultTypes: ['violations'] })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Says by how much a page is wider than its window, or its matter wider than its place. */
export async function sideways(page: Page): Promise<string[]> {
  const widths = await page.evaluate(() =>
    ['html', 'main'].flatMap((name) => {
      const element = document.querySelector(name);
      return element ? [{ name, scroll: element.scrollWidth, view: element.clientWidth }] : [];
    }),
  );
  return widths.flatMap(({ name, scroll, view }) =>
    scroll <= view ? [] : [`${name} is ${scroll} px wide in a window of ${view}`],
  );
}

/** Names the words in the heads of tables that are broken over two lines: a column is as wide as the words over it. */
export async function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const heads = [...document.querySelectorAll('thead th')].filter(
      (head) => head.getClientRects().length > 0,
    );
    return heads.flatMap((head) => {
      const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[A-Za-z]{2,}/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(`“${word}” is broken in the head “${head.textContent?.trim()}”`);
        }
      }
      return broken;
    });
  });
}
