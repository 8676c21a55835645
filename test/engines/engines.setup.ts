import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installEngines } from '../../scripts/engines/install-engines.ts';
import { startPostgres } from '../../scripts/engines/start-postgres.ts';
import { startSpark } from '../../scripts/engines/start-spark.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the engines are. */
    spark: {
      readonly home: string;
      readonly master: string;
      readonly workers: readonly { readonly pid: number; readonly folder: string }[];
    };
    postgres: Readonly<Record<string, string>>;
  }
}

const root = resolve(import.meta.dirname, '../..');

/** Starts a Spark of three workers and a PostgreSQL for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installed = await installEngines(resolve(root, '.engines'));
  const postgres = await startPostgres(installed.postgres);
  const spark = await startSpark(installed.spark, { workers: 3, memory: '1g' });
  project.provide('postgres', postgres.env);
  project.provide('spark', {
    home: installed.spark,
    master: spark.master,
    workers: spark.workers.map(({ process }, number) => ({
      pid: process.pid ?? 0,
      folder: spark.folders[number] ?? '',
    })),
  });
  return async () => {
    await spark.stop();
    await postgres.stop();
  };
}
