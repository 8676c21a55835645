import type { BrowserContext, Page } from 'playwright-core';

/** A page of a browser, and what went wrong on it so far. */
export interface WatchedPage {
  readonly page: Page;
  readonly wrongs: string[];
}

/** Opens a page that notes every error in its console, every failed request and every request that leaves the site. */
export async function watchedPage(context: BrowserContext, origin: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:')
      wrongs.push(`leaves the site: ${request.url()}`);
  });
  page.on('requestfailed', (request) => wrongs.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) wrongs.push(`${response.status()}: ${response.url()}`);
  });
  return { page, wrongs };
}
