import { defineConfig } from 'vitest/config';

/** The tests of the statistics by themselves: with the coverage that they must have, and for every mutant. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    testTimeout: 300_000,
    include: ['test/statistics/**/*.test.ts'],
    coverage: {
      include: ['src/statistics/**'],
      reporter: ['text-summary'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
