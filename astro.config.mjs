// @ts-check
import { join } from 'node:path';
import { defineConfig } from 'astro/config';

// Nothing about a build leaves the machine it runs on.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/**
 * While the site is shown live, its tables are read again when they were written again. `programme.csv` is the last one
 * that a run writes.
 *
 * @returns {import('vite').Plugin}
 */
function watchTables() {
  return {
    name: 'watch-tables',
    apply: 'serve',
    transform(_, id) {
      if (id.endsWith('/src/site/tables.ts'))
        this.addWatchFile(join(process.env['ZHAOCHA_TABLES'] ?? '', 'programme.csv'));
    },
  };
}

export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  outDir: process.env['ZHAOCHA_OUT'] ?? './dist',
  cacheDir: process.env['ZHAOCHA_CACHE'] ?? './node_modules/.astro',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: {
    format: 'directory',
    // One style sheet for all pages, cached after the first: smaller for a reader of two pages than a copy in each.
    inlineStylesheets: 'never',
    concurrency: 4,
  },
  vite: {
    plugins: [watchTables()],
    // A program of the machine, not text that could be packed.
    ssr: { external: ['@resvg/resvg-js'] },
    // A strict content security policy lets no inline script run, so none is inlined however small.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, modulePreload: false },
  },
});
