import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { policy } from '../../src/site/headers.ts';
import { launch } from './launch.ts';
import { serve } from './serve.ts';

/** The built demonstration site, open to be looked at. */
export interface OpenedSite {
  /** A browser; there once the tests of the file have begun. */
  readonly browser: Browser;
  /** Where the site is served, with the policy of its headers. */
  readonly origin: string;
}

/** Serves the demonstration site and starts a browser before the tests of a file, and ends both after them. */
export function openSite(): OpenedSite {
  const opened = {} as { browser: Browser; origin: string };
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const [browser, served] = await Promise.all([
      launch(),
      serve(inject('site'), { 'content-security-policy': policy }),
    ]);
    Object.assign(opened, { browser, origin: served.origin });
    close = async () => {
      await Promise.all([browser.close(), served.close()]);
    };
  });
  afterAll(() => close?.());
  return opened;
}
