import type { Page } from 'playwright-core';
import { sideways } from './violations.ts';

/** A window 1280 px wide, enlarged: what is left of its width. */
const enlargements = { '200 %': 640, '400 %': 320 };

const height = 900;

/** Says where a page does not stay whole when it or its text is enlarged, colours are forced or motion is unwanted. */
export async function enlarged(page: Page): Promise<string[]> {
  const found: string[] = [];
  const look = async (how: string) =>
    found.push(...(await sideways(page)).map((complaint) => `${how}: ${complaint}`));
  for (const [zoom, width] of Object.entries(enlargements)) {
    await page.setViewportSize({ width, height });
    await look(zoom);
  }
  await page.setViewportSize({ width: 1280, height });
  const tools = await page.context().newCDPSession(page);
  await tools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await look('text at 200 %');
  await tools.detach();
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await look('forced colours');
  found.push(...(await page.evaluate(movingParts)));
  return found;
}

/** Whatever moves on a page. Runs in the page. */
function movingParts(): string[] {
  return document.getAnimations().map(({ id, playState }) => `an animation ${id} is ${playState}`);
}

/**
 * Says what of a page a reader without a mouse cannot reach, or cannot see that they have reached: the first key leads past the
 * navigation, then everything that takes the focus shows it and lies under nothing. Colours stay as they were.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  return [...(await skipFaults(page)), ...(await page.evaluate(hiddenFocus))];
}

async function skipFaults(page: Page): Promise<string[]> {
  const skip = page.locator('a.skip');
  if ((await skip.count()) === 0) return [];
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.keyboard.press('Tab');
  const box = await skip.boundingBox();
  const focused = await skip.evaluate((link) => link === document.activeElement);
  if (!focused || box === null || box.width < 24 || box.y < 0)
    return ['the first key does not show the skip link'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(
    () =>
      document.activeElement?.closest('main, footer') !== null ||
      document.querySelector('main a, main button') === null,
  );
  return inMain ? [] : ['the skip link does not lead to the matter'];
}

/** Everything that takes the focus and does not show it, or lies under something else. Runs in the page. */
function hiddenFocus(): string[] {
  const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const faults: string[] = [];
  for (const toggle of document.querySelectorAll('details')) toggle.open = true;
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>(focusable)) {
    if (element.getClientRects().length === 0 || element.matches(':disabled, [type=hidden]')) continue;
    const name = `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
    element.focus({ focusVisible: true } as FocusOptions);
    if (document.activeElement !== element) {
      faults.push(`${name} does not take the focus`);
      continue;
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push(`${name} shows no focus`);
    // A line of squares has no height of its own.
    const [box = element.getBoundingClientRect()] = [element, ...element.children]
      .flatMap((part) => [...part.getClientRects()])
      .filter((rect) => rect.height > 1);
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (left >= right || top >= bottom) faults.push(`${name} has the focus out of sight`);
    const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (on !== null && on !== element && !element.contains(on) && !on.contains(element))
      faults.push(
        `${name} has the focus under ${on.tagName.toLowerCase()}.${on.getAttribute('class') ?? ''}`,
      );
  }
  return faults.slice(0, 10);
}
