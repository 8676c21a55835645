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
        // A percent sign after a number goes with the letters around it: ٪95 is how they have it.
        if (!/\d/.test(piece) || /^[\d.]+%$/.test(piece)) continue;
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
    // Two numbers with a stroke between them, each an element of its own: 11/12 is not 12/11.
    const numbers = [...document.querySelectorAll('data')];
    for (const [at, number] of numbers.entries()) {
      const next = numbers[at + 1];
      if (!next) continue;
      const range = document.createRange();
      range.setStartAfter(number);
      range.setEndBefore(next);
      const between = range.cloneContents();
      for (const heard of between.querySelectorAll('.vh')) heard.remove();
      const stroke = between.textContent?.trim() ?? '';
      const [one, other] = [number.getBoundingClientRect(), next.getBoundingClientRect()];
      if (/^[/–]$/.test(stroke) && one.top === other.top && one.left > other.left)
        found.push(`${number.textContent}${stroke}${next.textContent}`);
    }
    return found;
  });
}
