/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** Tests that look at a built site; it is built once for all of them. */
const onSite = ['test/browser/*.test.ts', 'test/site/crawl.test.ts', 'test/site/built/*.test.ts'];

/**
 * Folders whose tests leave nothing behind, which is looked at after each file: a process that runs one file after the other reads the
 * code, its dictionaries and the store once, where a process of its own for each took longer to begin than most take to run. What
 * replaces a module, or chooses the tables that a module reads as it begins, stands elsewhere.
 */
const together = [
  'golden',
  'model',
  ...[
    ...['check', 'configure', 'engines', 'files', 'new-programme', 'package', 'protect', 'prove', 'publish'],
    ...['read', 'recognise', 'register', 'releases', 'summarise', 'take', 'what-changes'],
  ].map((name) => `pipeline/${name}`),
  'real',
  'scripts/check',
  ...['charts', 'explorer', 'figures', 'i18n', 'render', 'survey', 'tables', 'words'].map(
    (name) => `site/${name}`,
  ),
  'verify',
].map((folder) => `test/${folder}/**/*.test.ts`);

/** Tests that run by themselves: with the coverage that they must have, or against engines that are installed for them. */
const apart = ['test/statistics/*.test.ts', 'test/engines/*.test.ts'];

export default getViteConfig({
  test: {
    // No test waits for the clock: these end what hangs, and a machine that has much else to do may be ten times as slow.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
    // One processor is kept free by default: of two, that is half.
    maxWorkers: '100%',
    // What is awaited costs nothing where it comes.
    expect: { poll: { timeout: 100_000 } },
    // Pages looked at in one browser at a time.
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [...onSite, ...apart, ...together] },
      },
      {
        extends: true,
        test: { name: 'together', include: together, isolate: false, setupFiles: ['./test/left-behind.ts'] },
      },
      {
        extends: true,
        test: { name: 'site', include: onSite, globalSetup: ['./test/browser/global-setup.ts'] },
      },
    ],
  },
});
