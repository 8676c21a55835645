import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { generateProgramme } from '../../scripts/demo/generate.ts';
import { tallyNames } from '../../src/model/tally.ts';
import type { EngineSettings } from '../../src/model/engine.ts';
import { countThere } from '../../src/pipeline/engines/count-there.ts';
import { countedHere, type CountedHere } from './counted-here.ts';

const root = resolve(import.meta.dirname, '../..');

/** A programme to count, written or named. */
const programmes: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  'the demonstration programme': async () => join(root, 'data'),
  'a larger invented one': async (folder) => {
    const data = join(folder, 'larger');
    await mkdir(data);
    await cp(join(root, 'data', 'programme.yaml'), join(data, 'programme.yaml'));
    await generateProgramme(data, { findings: 4000, responses: 60_000, departments: 60, seed: 7 });
    return data;
  },
};

describe.each(Object.entries(programmes))('%s', (_programme, dataOf) => {
  let here: CountedHere;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhaocha-engines-'));
    here = await countedHere(await dataOf(folder), join(folder, 'cache'));
    Object.assign(process.env, inject('postgres'), { SPARK_HOME: inject('spark').home });
  });

  afterAll(async () => {
    here.database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const engines: Readonly<Record<string, () => EngineSettings>> = {
    PostgreSQL: () => ({ kind: 'postgres' }),
    Spark: () => ({
      kind: 'spark',
      master: inject('spark').master,
      folder,
      // Small tables need few parts, and Spark writes each into a file.
      options: { 'spark.sql.shuffle.partitions': 4 },
    }),
  };

  describe.each(Object.entries(engines))('counted by %s', (_, settings) => {
    it('has the rows of the embedded store, one by one', async () => {
      const { database, tallies, ...others } = here;
      const counted = await countThere(settings(), { ...others, store: database, data: root });
      for (const name of tallyNames) {
        expect(tallies[name].length).toBeGreaterThan(0);
        expect(counted[name], name).toEqual(tallies[name]);
      }
    });
  });
});
