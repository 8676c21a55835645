import type { Page } from 'playwright-core';

/**
 * Does what leads to another page (a click, a key, a form that is sent) and waits until that page is there and has been read whole.
 * A click is over before the next page has come: who looked right after it would see the old page, or half of the new one.
 */
export async function leavePage(page: Page, act: () => Promise<unknown>): Promise<void> {
  // The page that is left may not have come whole itself: its end must not be taken for that of the next.
  await page.waitForLoadState('domcontentloaded');
  await Promise.all([page.waitForEvent('domcontentloaded'), act()]);
}
