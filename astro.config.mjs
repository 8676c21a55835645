// @ts-check
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';

// Nothing about a build leaves the machine it runs on.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** What reads tables when it is loaded, or once afterwards. */
const readers = ['/src/site/tables/tables.ts', '/src/site/facts-if-any.ts', '/src/site/officers.ts'];

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
      if (readers.some((file) => id.endsWith(file)))
        this.addWatchFile(join(process.env['ZHAOCHA_TABLES'] ?? '', 'programme.csv'));
    },
  };
}

/**
 * `astro build` makes a bundle of the site's code and no page: a program of the site's own renders the pages from the
 * bundle, in as many processes as there is work for, and build after build while the code stays as it is.
 *
 * @returns {import('astro').AstroIntegration}
 */
function renderFromBundle() {
  const name = 'render-from-bundle';
  const input = fileURLToPath(new URL('./src/site/render/render-pages.ts', import.meta.url));
  let building = false;
  /** @type {URL} */
  let out;
  return {
    name,
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        building = command === 'build';
        if (!building) return;
        const build = { rolldownOptions: { output: { entryFileNames: 'prerender-entry.mjs' } } };
        const plugin = {
          name,
          /** @param {string} environment */
          configEnvironment: (environment) =>
            environment === 'prerender' ? { build: { rolldownOptions: { input } } } : null,
        };
        updateConfig({ vite: { environments: { prerender: { build } }, plugins: [plugin] } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        out = config.outDir;
        if (building)
          setAdapter({
            name,
            entrypointResolution: 'auto',
            adapterFeatures: { buildOutput: 'static' },
            supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
          });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name,
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('pages are rendered from the bundle')),
          // Astro removes what it would have rendered with, right after this.
          teardown: () => rename(new URL('.prerender/', out), new URL('../pages/', out)),
        });
      },
    },
  };
}

export default defineConfig({
  integrations: [renderFromBundle()],
  srcDir: process.env['ZHAOCHA_SOURCE'] ?? './src/site',
  publicDir: './src/site/public',
  outDir: process.env['ZHAOCHA_OUT'] ?? './dist',
  cacheDir: process.env['ZHAOCHA_CACHE'] ?? './node_modules/.astro',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: {
    format: 'directory',
    // One style sheet for all pages, cached after the first: smaller for a reader of two pages than a copy in each.
    inlineStylesheets: 'never',
  },
  vite: {
    plugins: [watchTables()],
    // A program of the machine, not text that could be packed.
    ssr: { external: ['@resvg/resvg-js'] },
    // A strict content security policy lets no inline script run, so none is inlined however small.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, modulePreload: false },
  },
});
