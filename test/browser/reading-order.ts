import type { Page } from 'playwright-core';

/**
 * Names what on a page is made of digits and Latin letters, as a date, an id or a range, and stands there in another order: among letters
 * that are written from right to left 2025-09-30 is shown as 30-09-2025 unless it is set apart.
 */
export async function readBackwards(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement?.closest('script, style, template, .vh')) continue;
      for (const { 0: piece, index } of (text.nodeValue ?? '').matchAll(/[−+]?[\w][\w\-–.,/:%−]*[\w%]/g)) {
        if (!/\d/.test(piece)) continue;
        const boxes = Array.from(piece, (_, at) => {
          const range = document.createRange();
          range.setStart(text, index + at);
          range.setEnd(text, index + at + 1);
          return range.getBoundingClientRect();
        }).filter(({ width }) => width > 0);
        const backwards = boxes.some((box, at) => {
          const before = boxes[at - 1];
          return before && Math.abs(before.top - box.top) < box.height / 2 && box.left < before.left - 0.5;
        });
        if (backwards) found.push(piece);
      }
    }
    return found;
  });
}
