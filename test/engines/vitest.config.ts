import { defineConfig } from 'vitest/config';

/* The tests against a real Spark and a real PostgreSQL, which `npm run test:engines` installs and starts. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./engines.setup.ts'],
    // An application of Spark takes half a minute to begin where others work beside.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
});
